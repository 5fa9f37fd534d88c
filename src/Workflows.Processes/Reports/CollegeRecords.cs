using System.Collections.Immutable;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Standards;
using Workflows.Policy.College;
using Workflows.Policy.Titles;

namespace Workflows.Processes.Reports;

/// <summary>What is recorded of the college, read once, from which any day is told: a past one as it was, a coming one as it is foreseen.</summary>
public sealed class CollegeRecords
{
    private static readonly (PostLevel Post, string Name)[] Levels = [(PostLevel.Senior, "高级岗"), (PostLevel.Intermediate, "中级岗"), (PostLevel.Junior, "初级岗")];

    /// <summary>The policy and the semesters.</summary>
    public required Office Office { get; init; }

    /// <summary>The day it is: from then on it is foreseen who retires.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Everybody, past and present, in the order of the roster, with tenures, posts and terms.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>The status changes that stand, by person.</summary>
    public required ILookup<Guid, StatusChange> Statuses { get; init; }

    /// <summary>The title changes that stand, by person.</summary>
    public required ILookup<Guid, TitleChange> Titles { get; init; }

    /// <summary>The letters of appointment of part-time teachers.</summary>
    public required IReadOnlyList<PartTimeLetter> Letters { get; init; }

    /// <summary>The placements that stand.</summary>
    public required IReadOnlyList<Placement> Placements { get; init; }

    /// <summary>The approved numbers.</summary>
    public required IReadOnlyList<Quota> Quotas { get; init; }

    /// <summary>The money and papers of all years.</summary>
    public required IReadOnlyList<YearlyFunds> Funds { get; init; }

    /// <summary>The items of the standing register, in its order, with tasks and papers (R26).</summary>
    public required IReadOnlyList<StandardItem> StandardItems { get; init; }

    /// <summary>The facts of a day, without what each teacher owes (R12, R14, R22, R23).</summary>
    /// <param name="day">The day; what was recorded for later days is left out.</param>
    public CollegeFacts On(DateOnly day)
    {
        var staff = People.Select(person => Fact(person, day)).ToImmutableArray();
        return new CollegeFacts(day, staff)
        {
            PartTimeTeachers = PartTime(staff, day),
            AwayThisSemester = Placements.Count > 0 ? Away(day) : null,
            Funds = Funds.ToImmutableDictionary(one => one.Year, one => new FundsFact(
                one.Payroll, one.TrainingFunds, one.ContinuingEducation, one.Transferred, one.PartTimeDocument, one.RunningCostsDocument)),
            Quotas = Taken(day),
            StandardItems = [.. StandardItems.Where(item => item.StandsOn(day)).Select(item => Fact(item, day))],
        };
    }

    /// <summary>Who is foreseen to retire after a day and until another, with the first day of retirement, the earliest first.</summary>
    public IEnumerable<(Person Person, DateOnly On)> Retiring(DateOnly after, DateOnly until) =>
        from person in People
        where person.TenureOn(Today) is not null
        let day = RetiresOn(person)
        where day is not null && after < day && day <= until
        orderby day, person.Name
        select (person, day.Value);

    private StaffFact Fact(Person person, DateOnly day)
    {
        var status = Statuses[person.Id].Where(one => one.From <= day).MaxBy(one => (one.From, one.RecordedAt))?.Status ?? person.Status;
        var running = person.Terms.Find(term => term.From <= day && day < term.Until);
        var over = person.Terms.Where(term => term.Until <= day).MaxBy(term => term.Until);
        var fact = new StaffFact(
            person.Name, person.Category is StaffCategory.FullTimeTeacher, person.TenureOn(day) is not null && person.IsActiveStaff(status))
        {
            Id = person.Id,
            Held = TitleOn(person, day),
            Appointed = person.PostOn(day) is { } post ? Office.Policy.Titles.ForGrade(post.Grade) : StaffLevels.Title(person.PostLevel),
            Education = Office.Policy.Education.Read(person.Education).Level,
            Subject = person.Subject,
            OnEstablishment = person.OnEstablishment,
            Place = person.OnEstablishment ? StaffLevels.Title(person.PostLevel) : null,
            IsLeader = person.IsLeader is true,
            TermEnds = running?.Until.AddDays(-1),
            HasTermGoals = running?.GoalsOn <= day,
            UnassessedTermEnd = over is { } last && !(last.AssessedOn <= day) ? last.Until.AddDays(-1) : null,
            Tenures = [.. person.Tenures.Select(tenure => (tenure.From, tenure.Until))],
        };
        // Whoever is still there beyond the age stays until the roster says otherwise.
        return RetiresOn(person) is { } retired && Today < retired && retired <= day ? fact.Left(retired) : fact;
    }

    private StandardItemFact Fact(StandardItem item, DateOnly day)
    {
        var task = item.TaskOn(day);
        var owner = task is null ? null : People.FirstOrDefault(person => person.Id == task.OwnerId && person.TenureOn(day) is not null);
        return new StandardItemFact(item.Number, item.Text, owner?.Name, task?.DueOn, string.Join("；", (task?.Papers ?? []).Where(paper => paper.StandsOn(day)).Select(Named)));
    }

    private static string Named(Paper paper) => paper.DocumentNumber.Length == 0 ? paper.Words : $"{paper.Words}（{paper.DocumentNumber}）";

    private TitleLevel? TitleOn(Person person, DateOnly day) => Office.Policy.Titles.Read(
        Titles[person.Id].Where(one => one.From <= day).MaxBy(one => (one.From, one.RecordedAt))?.Title ?? person.Title, person.SchoolStage).Level;

    private DateOnly? RetiresOn(Person person) => person.BirthDate is { } birth
        ? Office.Staff.Retirement.FirstDay(person.Gender, birth, TitleOn(person, Today) >= TitleLevel.Senior, person.Category is StaffCategory.Maintenance) : null;

    private ImmutableArray<string>? PartTime(ImmutableArray<StaffFact> staff, DateOnly day)
    {
        var onRoster = People.Zip(staff).Where(pair => pair.First.Category is StaffCategory.PartTimeTeacher && pair.Second.IsThereOn(day)).ToList();
        // Before the first letter on record nothing is known: there may have been others.
        if (onRoster.Count == 0 && !Letters.Any(letter => letter.From <= day))
            return null;
        return
        [
            .. Letters.Where(letter => letter.From <= day && (letter.Until is not { } until || day < until)).Select(letter => letter.Name)
                .Concat(onRoster.Select(pair => pair.First.Name)).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private int Away(DateOnly day) => Placements
        .Where(one => (Office.Semesters.On(one.Stage, day) ?? Office.Semesters.EndedBy(one.Stage, day)) is { } semester
            && one.From <= semester.Last && one.From <= day && (one.Until is not { } until || semester.First < until))
        .Select(one => one.PersonId).Distinct().Count();

    private ImmutableArray<QuotaFact> Taken(DateOnly day)
    {
        var quotas = Quotas.Where(one => one.From <= day).ToList();
        var vacancies = Levels.Select(one => Vacancy.Count(quotas, People, one.Post, day)).ToList();
        return
        [
            new QuotaFact("编制", vacancies[0].Establishment.Approved, vacancies[0].Establishment.Taken),
            .. vacancies.Zip(Levels, (vacancy, one) => new QuotaFact(one.Name, vacancy.Posts.Approved, vacancy.Posts.Taken) { Level = StaffLevels.Title(one.Post) }),
        ];
    }
}
