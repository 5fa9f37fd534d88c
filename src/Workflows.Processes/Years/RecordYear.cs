using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Years;

/// <summary>HR records a year's money and budget papers (R17-R20). What is left empty isn't known: it is never taken for zero.</summary>
public sealed class RecordYear(Desk desk)
{
    /// <summary>What the page posts; amounts in yuan.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Year">The calendar year.</param>
    /// <param name="Version">The version that the page showed; null for a year that is new.</param>
    public sealed record Command(Guid OperationId, int Year, long? Version)
    {
        /// <summary>核定工资总额 (R18).</summary>
        public decimal? Payroll { get; init; }

        /// <summary>培训专项经费 (R18).</summary>
        public decimal? TrainingFunds { get; init; }

        /// <summary>继续教育经费总额 (R19).</summary>
        public decimal? ContinuingEducation { get; init; }

        /// <summary>划拨本校 (R19).</summary>
        public decimal? Transferred { get; init; }

        /// <summary>兼职经费文号 (R17).</summary>
        public string? PartTimeDocument { get; init; }

        /// <summary>公用经费文号 (R20).</summary>
        public string? RunningCostsDocument { get; init; }
    }

    /// <summary>Records it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordYear), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (desk.RefusalOfYear(command.Year) is { } unfit)
                return unfit;
            if (new[] { command.Payroll, command.TrainingFunds, command.ContinuingEducation, command.Transferred }.Any(money => money is < 0))
                return Answer.Refused(Refusal.Invalid, "金额不能是负数。", "Amounts can't be negative.");
            if (command.Transferred > command.ContinuingEducation)
                return Answer.Refused(Refusal.Invalid, "划拨本校的金额不能超过继续教育经费总额。", "More can't be transferred than there is for continuing education.");
            var year = await desk.Db.Funds.FindAsync([command.Year], ct);
            if (year?.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "这一年的数据已被别人改过，请刷新后再填。", "Somebody else changed this year. Reload, then enter it.");

            var before = year is null ? "" : Written(year);
            if (year is null)
                desk.Db.Funds.Add(year = new YearlyFunds { Year = command.Year });
            (year.Payroll, year.TrainingFunds, year.ContinuingEducation, year.Transferred) =
                (command.Payroll, command.TrainingFunds, command.ContinuingEducation, command.Transferred);
            (year.PartTimeDocument, year.RunningCostsDocument) = (Stated(command.PartTimeDocument), Stated(command.RunningCostsDocument));
            await desk.RecordInRosterAsync(new AuditLine("YearRecorded", actor) { Subject = $"{year.Year}", OldValue = before, NewValue = Written(year) }, ct);
            return Answer.Done($"已保存 {year.Year} 年度投入。", $"The year {year.Year} is saved.");
        }, ct);

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Written(YearlyFunds year) => JsonSerializer.Serialize(
        new { year.Payroll, year.TrainingFunds, year.ContinuingEducation, year.Transferred, year.PartTimeDocument, year.RunningCostsDocument }, PolicyJson.Options);
}
