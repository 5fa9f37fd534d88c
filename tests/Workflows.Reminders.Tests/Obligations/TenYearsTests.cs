using System.Collections.Concurrent;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Days;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Reminders.Obligations;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Obligations;

/// <summary>Ten made-up years with standstills: each obligation is spoken of exactly as an independent oracle says; nothing is lost, doubled, or said after it was met.</summary>
public sealed class TenYearsTests
{
    private static readonly string[] Clauses = ["R12", "R16", "R21"];
    private static readonly Office Office = OfficeFiles.Open(TestOffice.Workflows, TestClock.InShanghai(TestOffice.Opening).LocalTimeZone).Office;

    [Fact]
    public void What_the_rules_say_in_ten_years_with_standstills_is_what_the_oracle_expects() =>
        Decade.Gen(Office, teachers: 6, others: 3).Sample(decade =>
        {
            var (people, placements, letters) = (decade.Teachers, new List<Placement>(), new List<PartTimeLetter>());
            var said = new Dictionary<string, DateOnly>();
            foreach (var day in Decade.Days)
            {
                foreach (var change in decade.Changes[day])
                    Apply(change, people, placements, letters);
                if (!decade.IsRunning(day) || !Office.Calendar.IsWorkingDay(day))
                    continue;
                foreach (var due in DueOn(day, people, placements, letters))
                    said.TryAdd($"{due.Obligation.Key} {due.Stage.Name}", day);
            }

            said.ShouldBe(Expected(decade), ignoreOrder: true);
        }, iter: 6, threads: 1);

    [Fact]
    public async Task Sixty_teachers_and_two_nodes_live_through_ten_years_on_a_database()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        await LiveAsync(Decade.Of(Office, teachers: 60, others: 8, seed));
    }

    private static async Task LiveAsync(Decade decade)
    {
        var post = new Post();
        await using var office = await TestOffice.OnSqliteAsync(more: services => services
            .AddLetters(PostRoom.Options(PostRoom.To(1))).Replace(ServiceDescriptor.Scoped<IPostman>(_ => new Recorder(post))));
        await FoundAsync(office, decade);
        var random = new Random(decade.Teachers.Count);
        foreach (var day in Decade.Days)
        {
            await ChangeAsync(office, decade.Changes[day]);
            if (!decade.IsRunning(day))
                continue;
            office.Clock.SetUtcNow(TestClock.InShanghai($"{day:yyyy-MM-dd} 09:00").GetUtcNow());
            // One node, or both at the same moment.
            await Task.WhenAll(Enumerable.Range(0, random.Next(8) == 0 ? 2 : 1).Select(_ => Task.Run(() => WorkAsync(office))));
        }

        await CheckAsync(office, decade, post);
    }

    // One connection for a day's work: to open the file for each query would cost more than all the rest.
    private static async Task WorkAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().Database.OpenConnectionAsync();
        await scope.ServiceProvider.GetRequiredService<PlanLetters>().RunAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<SendLetters>().RunAsync(CancellationToken.None);
    }

    private static async Task CheckAsync(TestOffice office, Decade decade, Post post)
    {
        var accepted = (await office.LettersAsync()).Where(letter => letter.Phase is LetterPhase.Accepted).ToList();
        accepted.ShouldNotBeEmpty();
        var said = accepted.GroupBy(letter => $"{letter.Obligation} {letter.Key.Split('/')[^1]}").ToList();
        said.ToDictionary(group => group.Key, group => Office.DayOf(group.Min(letter => letter.AcceptedAt)!.Value)).ShouldBe(Expected(decade), ignoreOrder: true);
        // To everybody whom it concerns on the same day, in one mail each, and no mail twice.
        said.ShouldAllBe(group => group.Select(letter => letter.AcceptedAt).Distinct().Count() == 1);
        said.ShouldAllBe(group => group.Select(letter => letter.Name).Order().SequenceEqual(Audience(group.Key, decade)));
        post.Mails.Keys.ShouldBe(accepted.Select(letter => letter.MessageId!).Distinct(), ignoreOrder: true);
        post.Mails.Values.ShouldAllBe(times => times == 1);
    }

    // By the clauses: the teacher and HR, with leadership once the day has passed; HR; the leader, HR and the bureau.
    private static IEnumerable<string> Audience(string said, Decade decade)
    {
        var person = decade.Teachers.Find(one => said.Contains($"/{one.Id}/", StringComparison.Ordinal))?.Name;
        string[] names = said[..3] switch
        {
            "R12" when said.EndsWith("passed", StringComparison.Ordinal) => [person!, "HumanResources", "Leadership"],
            "R12" => [person!, "HumanResources"],
            "R16" => ["HumanResources"],
            _ => [person!, "HumanResources", "EducationBureau"],
        };
        return names.Order();
    }

    private static Dictionary<string, DateOnly> Expected(Decade decade) =>
        new Oracle(decade, Decade.Semesters(Office), Office.Calendar.IsWorkingDay).Said();

    private static IEnumerable<DueReminder> DueOn(DateOnly day, List<Person> people, List<Placement> placements, List<PartTimeLetter> letters)
    {
        var facts = new ReminderFacts
        {
            Office = Office, Roster = people, Placements = placements.ToLookup(one => one.PersonId), AppointmentLetters = letters,
            Wishes = Array.Empty<SecondmentWish>().ToLookup(one => one.PersonId), Days = Array.Empty<DayEntry>().ToLookup(one => one.PersonId),
            Funds = new Dictionary<int, YearlyFunds>(), SubjectChecks = new HashSet<int>(), Items = [],
        };
        var hr = new Account { DisplayName = "hr", Email = "hr@example.org", Hats = [new Hat { Role = OfficeRole.HumanResources }] };
        return DueReminder.On(facts, Recipients.From([hr], facts), rule => Clauses.Contains(rule.Clause) ? Decade.First : null, day);
    }

    private static void Apply(Change change, List<Person> people, List<Placement> placements, List<PartTimeLetter> letters)
    {
        change.Apply();
        if (!change.IsNew)
            return;
        if (change.Row is Placement placement)
            placements.Add(placement);
        else if (change.Row is PartTimeLetter letter)
            letters.Add(letter);
        else if (change.Row is LeadershipTerm term)
            people.Single(person => person.Id == term.PersonId).Terms.Add(term);
    }

    private static Task<int> FoundAsync(TestOffice office, Decade decade) => office.ReadAsync(async db =>
    {
        db.People.AddRange(decade.Teachers);
        db.ReminderSwitches.AddRange(ObligationRule.All.Select(rule => new ReminderSwitch
        {
            Rule = rule.Clause, IsOn = Clauses.Contains(rule.Clause), ChangedAt = TestClock.InShanghai($"{Decade.First:yyyy-MM-dd} 00:00").GetUtcNow(),
        }));
        return await db.SaveChangesAsync();
    });

    private static async Task ChangeAsync(TestOffice office, IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            change.Apply();
            await office.ReadAsync(async db =>
            {
                db.Entry(change.Row).State = change.IsNew ? EntityState.Added : EntityState.Modified;
                return await db.SaveChangesAsync();
            });
        }
    }

    private sealed class Post
    {
        public ConcurrentDictionary<string, int> Mails { get; } = [];
    }

    /// <summary>Takes every mail at once and remembers it: thousands of them, without a socket.</summary>
    private sealed class Recorder(Post post) : IPostman
    {
        public Task<string?> OpenAsync(CancellationToken ct) => Task.FromResult<string?>(null);

        public Task<Delivery> DeliverAsync(Mail mail)
        {
            post.Mails.AddOrUpdate(mail.MessageId, 1, (_, times) => times + 1);
            return Task.FromResult(new Delivery(DeliveryResult.Accepted, "250 Ok"));
        }

        public Task CloseAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
