namespace Workflows.Policy.Shares;

/// <summary>R18: 培训专项经费为工资总额的1.5-2.5%. Above the band is outside it, and no failure.</summary>
public static class TrainingFunds
{
    /// <summary>Below, inside or above the band.</summary>
    public enum Place
    {
        /// <summary>A number is missing.</summary>
        Unknown,

        /// <summary>Less than the lower end.</summary>
        Below,

        /// <summary>In the band; its ends count.</summary>
        Inside,

        /// <summary>More than the upper end.</summary>
        Above,
    }

    /// <summary>Where a year's funds lie.</summary>
    /// <param name="payroll">核定工资总额, yuan.</param>
    /// <param name="funds">培训专项经费, yuan.</param>
    /// <param name="policy">The band.</param>
    public static Place Evaluate(decimal? payroll, decimal? funds, StructurePolicy policy) =>
        payroll is not > 0 || funds is null ? Place.Unknown
        : funds * 1000 < payroll * policy.TrainingPerMilleFrom ? Place.Below
        : funds * 1000 > payroll * policy.TrainingPerMilleTo ? Place.Above : Place.Inside;
}
