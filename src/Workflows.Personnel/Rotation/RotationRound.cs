using Workflows.Personnel.Lists;

namespace Workflows.Personnel.Rotation;

/// <summary>One year's rotation (R13): who goes to a school for good, and which vacancies that opens; heard, countersigned, decided, noticed, documented.</summary>
public sealed class RotationRound : PeopleList
{
    /// <summary>The year; only one round of a year runs or was carried through.</summary>
    public int Year { get; init; }

    /// <summary>The first day at the new school: the day before is everybody's last one at the college.</summary>
    public DateOnly EffectiveOn { get; set; }

    /// <summary>Who goes.</summary>
    public List<RotationLine> Lines { get; init; } = [];

    /// <summary>Who would come: the vacancies for which hiring rounds are opened once the transfers are recorded.</summary>
    public IReadOnlyList<RotationVacancy> Vacancies { get; set; } = [];

    /// <inheritdoc />
    public override IReadOnlyList<ListLine> Everybody => Lines;

    /// <summary>The last day at the college.</summary>
    public DateOnly LastDay => EffectiveOn.AddDays(-1);

    /// <summary>How many would come.</summary>
    public int Places => Vacancies.Sum(one => one.Places);
}

/// <summary>One person of a year's rotation, who goes to a school for good.</summary>
public sealed class RotationLine : ListLine
{
    /// <summary>The round it belongs to.</summary>
    public Guid RoundId { get; init; }

    /// <summary>The proposal's reason in English; empty once HR has written a reason of its own.</summary>
    public string ReasonEn { get; set; } = "";

    /// <summary>The first day on which the person is no longer at the college; null until the transfer is recorded.</summary>
    public DateOnly? TransferredOn { get; set; }
}
