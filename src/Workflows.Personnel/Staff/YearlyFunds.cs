namespace Workflows.Personnel.Staff;

/// <summary>年度投入: one year's money and budget papers (R17-R20). What isn't recorded is unknown, never zero.</summary>
public sealed class YearlyFunds
{
    /// <summary>The calendar year.</summary>
    public int Year { get; init; }

    /// <summary>核定工资总额, yuan: of the district's teachers, performance pay included (R18).</summary>
    public decimal? Payroll { get; set; }

    /// <summary>培训专项经费, yuan (R18).</summary>
    public decimal? TrainingFunds { get; set; }

    /// <summary>继续教育经费总额, yuan (R19).</summary>
    public decimal? ContinuingEducation { get; set; }

    /// <summary>划拨本校, yuan (R19).</summary>
    public decimal? Transferred { get; set; }

    /// <summary>兼职经费文号: the document that has the part-time teachers' pay in the budget (R17); null where it isn't known.</summary>
    public string? PartTimeDocument { get; set; }

    /// <summary>公用经费文号: the document that has the running costs in the budget (R20); null where it isn't known.</summary>
    public string? RunningCostsDocument { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }
}
