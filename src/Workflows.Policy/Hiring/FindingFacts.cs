using System.Text.Json.Serialization;
using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Hiring;

/// <summary>The facts a finding used; one shape per clause, told apart in JSON by their property names.</summary>
[JsonConverter(typeof(FindingFactsConverter))]
public abstract record FindingFacts;

/// <summary>R05: the education that was understood.</summary>
/// <param name="Education">Null if Unknown.</param>
public sealed record EducationFacts(EducationLevel? Education) : FindingFacts;

/// <summary>R06: the age in completed years on the reference date; equal bounds when the day of birth is known.</summary>
/// <param name="AgeYearsMin">The age if born on the last possible day; null without any usable date.</param>
/// <param name="AgeYearsMax">The age if born on the first possible day; null without any usable date.</param>
public sealed record AgeFacts(int? AgeYearsMin, int? AgeYearsMax) : FindingFacts;

/// <summary>R07: the level of the title that was understood.</summary>
/// <param name="Level">Null if Unknown.</param>
public sealed record TitleFacts(TitleLevel? Level) : FindingFacts;

/// <summary>R08: the months of front-line teaching that could be counted.</summary>
/// <param name="Months">Null when the sheet gives neither a period nor a readable start.</param>
public sealed record TeachingFacts(int? Months) : FindingFacts;

/// <summary>R10: the district that was understood.</summary>
/// <param name="District">The district's full name; null if empty or not known.</param>
public sealed record DistrictFacts(string? District) : FindingFacts;
