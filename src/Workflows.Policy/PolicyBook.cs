using Workflows.Policy.Districts;
using Workflows.Policy.Education;
using Workflows.Policy.Hiring;
using Workflows.Policy.Honours;
using Workflows.Policy.Titles;

namespace Workflows.Policy;

/// <summary>Everything the rules look up: the numbers of the policy and the tables of spellings.</summary>
/// <param name="Hiring">The numbers of the hiring clauses (workflows/hiring/policy.json).</param>
/// <param name="Titles">The title ladder (workflows/titles.json).</param>
/// <param name="Education">The spellings of education (workflows/spellings/education.json).</param>
/// <param name="Honours">The spellings of honours (workflows/spellings/honours.json).</param>
/// <param name="Districts">The districts (workflows/districts.json).</param>
public sealed record PolicyBook(
    HiringPolicy Hiring,
    TitleLadder Titles,
    EducationSpellings Education,
    HonourSpellings Honours,
    DistrictNames Districts);
