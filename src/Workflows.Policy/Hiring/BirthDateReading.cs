using System.Collections.Immutable;
using Workflows.Policy.Dates;
using Workflows.Policy.Identity;

namespace Workflows.Policy.Hiring;

/// <summary>
/// What the sheet says of the day of birth, from the birth-date column and the ID number together. Where both speak and contradict each
/// other, neither is believed; where only the month is written, a valid ID number of that month gives the day.
/// </summary>
/// <param name="Date">The date; null where <paramref name="Question"/> asks.</param>
/// <param name="Question">Why there is no date.</param>
/// <param name="IdBirth">The birthday of a valid ID number, for the question.</param>
/// <param name="Warnings">On how the date was found, and on an ID number that can't be relied on.</param>
internal sealed record BirthDateReading(
    WrittenDate? Date, FindingReason? Question, DateOnly? IdBirth, ImmutableArray<HiringWarning> Warnings)
{
    public static BirthDateReading Of(ApplicantRecord applicant, DateOnly referenceDate)
    {
        var written = WrittenDate.Parse(applicant.BirthDate);
        var id = IdNumber.Parse(applicant.IdNumber);
        var (date, question, taken) = Combine(written, id.Birth);
        if (date is not null && date.First > referenceDate) (date, question, taken) = (null, FindingReason.BirthDateImpossible, null);
        var warnings = ImmutableArray.CreateBuilder<HiringWarning>();
        if (taken is { } code) warnings.Add(new(Columns.BirthDate, code, Quoted.Of(("idDate", WrittenDate.Of(id.Birth!.Value).Iso))));
        if (Doubt(id.State) is { } doubt) warnings.Add(new(Columns.IdNumber, doubt, Quoted.Nothing));
        return new BirthDateReading(date, question, id.Birth, warnings.ToImmutable());
    }

    private static (WrittenDate? Date, FindingReason? Question, WarningCode? Taken) Combine(WrittenDate written, DateOnly? idBirth)
        => (written.Reading, idBirth) switch
        {
            (DateReading.Empty, null) => (null, FindingReason.BirthDateMissing, null),
            (DateReading.Empty, { } day) => (WrittenDate.Of(day), null, WarningCode.BirthDateFromIdNumber),
            (DateReading.Ambiguous, _) => (null, FindingReason.BirthDateAmbiguous, null),
            (DateReading.Impossible, _) => (null, FindingReason.BirthDateImpossible, null),
            (DateReading.Unreadable, _) => (null, FindingReason.BirthDateUnreadable, null),
            (_, { } day) when day < written.First || day > written.Last => (null, FindingReason.BirthDateContradictsIdNumber, null),
            (DateReading.Month, { } day) => (WrittenDate.Of(day), null, WarningCode.BirthDayFromIdNumber),
            _ => (written, null, null),
        };

    private static WarningCode? Doubt(IdNumberState state) => state switch
    {
        IdNumberState.Scientific => WarningCode.IdNumberScientific,
        IdNumberState.Zeroed => WarningCode.IdNumberZeroed,
        IdNumberState.WrongChecksum => WarningCode.IdNumberChecksum,
        IdNumberState.Malformed => WarningCode.IdNumberMalformed,
        _ => null,
    };
}
