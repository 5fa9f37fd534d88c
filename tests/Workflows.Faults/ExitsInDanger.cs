using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Processes.Exits;
using Workflows.Processes.WorkItems;
using Workflows.Testing.Offices;

namespace Workflows.Faults;

/// <summary>Many people who leave, each in a case of their own with seven decisions by five offices, driven over the API, several side by side.</summary>
internal sealed class ExitsInDanger(MortalOffice office, Ledger ledger)
{
    /// <summary>How many decisions of people a case takes: an eighth is skipped, since its officer has just decided.</summary>
    public const int DecisionsEach = 7;

    private const int SideBySide = 4;
    private const int UnderWay = 12;

    // The second leader isn't needed: two of three votes carry it.
    private static readonly Dictionary<OfficeRole, string> People = new()
    {
        [OfficeRole.EducationBureau] = "education", [OfficeRole.Leadership] = "principal", [OfficeRole.HumanResources] = "hr",
        [OfficeRole.PersonnelBureau] = "personnel", [OfficeRole.EstablishmentOffice] = "establishment",
    };

    private readonly ConcurrentQueue<Guid> staying = [];
    private readonly ConcurrentQueue<Leaver> leaving = [];
    private readonly ConcurrentDictionary<Guid, Guid> cases = [];
    private int decisions;

    /// <summary>How many decisions were acknowledged.</summary>
    public int Decisions => decisions;

    /// <summary>Puts people on the roster who may leave.</summary>
    public async Task EmployAsync(int count)
    {
        var people = Enumerable.Range(1, count).Select(number =>
        {
            var id = Guid.CreateVersion7();
            return new Person
            {
                Id = id, Name = $"离岗{number}", StaffNumber = $"L{number}", Title = "一级教师", Subject = "语文", SchoolStage = "小学", Education = "本科",
                Status = StaffStatus.Active, OnEstablishment = true, Email = $"leaver{number}@example.org", BirthDate = new DateOnly(1980, 4, 12),
                Tenures = [new Tenure { Id = Guid.CreateVersion7(), PersonId = id, From = new DateOnly(2015, 8, 1), RecordedAt = DateTimeOffset.UnixEpoch }],
            };
        }).ToList();
        await ledger.ReadAsync(db =>
        {
            db.People.AddRange(people);
            return db.SaveChangesAsync();
        });
        people.ForEach(person => staying.Enqueue(person.Id));
    }

    /// <summary>Makes so many more decisions, several side by side, about a dozen people under way; fewer only when everybody has left.</summary>
    /// <param name="more">How many.</param>
    /// <param name="day">The last day of whoever begins to leave now.</param>
    public Task DoAsync(int more, DateOnly day)
    {
        while (leaving.Count < UnderWay && staying.TryDequeue(out var person))
            leaving.Enqueue(new Leaver(person));
        return Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => Task.Run(async () =>
        {
            while (leaving.TryDequeue(out var leaver))
            {
                if (Interlocked.Decrement(ref more) < 0)
                {
                    leaving.Enqueue(leaver);
                    return;
                }

                if (await GoOnAsync(leaver, day))
                    leaving.Enqueue(leaver);
                else if (staying.TryDequeue(out var person))
                    leaving.Enqueue(new Leaver(person));
            }
        })));
    }

    /// <summary>Whoever left has left once: one case, one end of one tenure, one line in the record, one letter.</summary>
    public async Task CheckAsync()
    {
        var ids = cases.Keys.ToList();
        var (opened, people) = (await ledger.ReadAsync(db => db.Exits.AsNoTracking().ToListAsync()), cases.Values.ToHashSet());
        opened.Where(exit => people.Contains(exit.PersonId)).Select(exit => exit.CaseId).ShouldBe(ids, ignoreOrder: true, "one case for each person");
        var ended = await ledger.ReadAsync(db => db.Cases.AsNoTracking().Where(one => ids.Contains(one.Id)).ToListAsync());
        ended.Where(one => one is not { Stage: CaseStage.Ended, Ending: "left" }).Select(one => $"{one.TitleEn} {one.Stage} {one.Ending}").ShouldBeEmpty("stuck");
        var recorded = await ledger.ReadAsync(db => db.Audit.AsNoTracking().Where(entry => ids.Contains(entry.CaseId) && entry.Action == "ExitRecorded")
            .Select(entry => entry.CaseId).ToListAsync());
        recorded.ShouldBe(ids, ignoreOrder: true, "each exit is recorded once");
        var gone = await ledger.ReadAsync(db => db.People.AsNoTracking().Include(person => person.Tenures).Where(person => people.Contains(person.Id)).ToListAsync());
        gone.ShouldAllBe(person => person.Tenures.Count == 1 && person.Tenures[0].Until != null);
        var told = await ledger.ReadAsync(db => db.Letters.AsNoTracking().Where(letter => letter.Template == "exit/left").Select(letter => letter.CaseId!.Value).ToListAsync());
        told.ShouldBe(ids, ignoreOrder: true, "each is told once");
    }

    /// <summary>Makes the next decision about somebody; false once it was the last.</summary>
    private async Task<bool> GoOnAsync(Leaver leaver, DateOnly day)
    {
        var caseId = leaver.CaseId ??= await OpenAsync(leaver.Person, day);
        if (await NextAsync(caseId) is not { } item)
            return false;
        var role = item.Parts.Where(part => part is { IsOpen: true, DecidedBy: null }).Select(part => part.Role).OrderBy(role => role is OfficeRole.Leadership).First();
        if (leaver.Declared.Add(role))
            await DoAsync(People[role], "/cases/declaration", id => new DeclareRelative.Command(id, caseId, false, ""));
        await DecideAsync(People[role], item);
        Interlocked.Increment(ref decisions);
        return ++leaver.Decisions < DecisionsEach;
    }

    private async Task<Guid> OpenAsync(Guid person, DateOnly lastDay)
    {
        var proposal = new ExitProposal { Kind = ExitKind.TransferOut, LastDay = lastDay, Reason = "工作需要", Ground = "商调函〔2026〕1号", Destination = "沙县一中" };
        var caseId = (await DoAsync("hr", "/exits", id => new OpenExit.Command(id, person, proposal))).ShouldNotBeNull();
        cases[caseId] = person;
        return caseId;
    }

    private Task<Guid?> DecideAsync(string who, WorkItem item) => item.Form is WorkItemForm.Handover
        ? DoAsync(who, "/work-items/handover", id => new RecordHandover.Command(item.Id, item.Revision, id, StaffOffice.Everything, ""))
        : DoAsync(who, "/work-items/decide", id => new DecideWorkItem.Command(item.Id, item.Revision, id, item.Outcomes[0], "本人无异议")
            { Minutes = "纪要9号", DocumentNumber = "沙教离〔2026〕1号" });

    // The item that waits now; null once the case waits for nothing but its day.
    private async Task<WorkItem?> NextAsync(Guid caseId)
    {
        using var limit = new CancellationTokenSource(Ledger.Patience, TimeProvider.System);
        while (true)
        {
            var @case = await ledger.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(one => one.Id == caseId));
            var item = await ledger.ReadAsync(db => db.WorkItems.AsNoTracking().Include(one => one.Parts)
                .SingleOrDefaultAsync(one => one.CaseId == caseId && one.Stage == WorkItemStage.Open));
            if (item is not null || @case.NextDueAt is not null || @case.Stage is not CaseStage.Running)
                return item;
            limit.IsCancellationRequested.ShouldBeFalse($"{@case.TitleEn} is stuck");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private Task<Guid?> DoAsync(string who, string path, Func<Guid, object> command)
    {
        var operation = Guid.CreateVersion7();
        return office.DoAsync(who, path, operation, command(operation));
    }

    /// <summary>Somebody who leaves.</summary>
    private sealed record Leaver(Guid Person)
    {
        public Guid? CaseId { get; set; }

        public int Decisions { get; set; }

        public HashSet<OfficeRole> Declared { get; } = [];
    }
}
