using CsCheck;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>Whatever people do in whatever order, a countersign passes only when everybody it needs has approved, and holds their right then.</summary>
public sealed class CountersignLaws
{
    private static readonly OfficeRole[] Offices = [OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau];
    private static readonly OfficeRole[] Everybody = [.. Offices, OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Teacher];

    [Fact]
    public async Task No_path_passes_an_unmet_countersign()
    {
        var passed = 0;
        await Moves.Array[6, 20].SampleAsync(async moves => passed += await HoldsAsync(moves) ? 1 : 0, iter: 60, threads: 1);
        passed.ShouldBeGreaterThan(0, "a law that is never put to the test proves nothing");
    }

    private static async Task<bool> HoldsAsync(Move[] moves)
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.SubmitAsync(Plans.Usual);
        var hats = new Dictionary<OfficeRole, bool>();
        foreach (var move in moves)
            await MakeAsync(office, move, hats);

        var items = await office.ReadAsync(db => db.WorkItems.Include(item => item.Parts).OrderBy(item => item.Id).ToListAsync());
        var last = items.Last(item => item.WaitId.StartsWith("countersign#", StringComparison.Ordinal));
        var hasPassed = items.Exists(item => item is { Stage: WorkItemStage.Open } && item.WaitId.StartsWith("announce#", StringComparison.Ordinal));
        if (hasPassed)
        {
            last.Outcome.ShouldBe(Outcomes.Approved);
            last.Parts.Where(part => !part.IsRemoved).ShouldAllBe(part => part.Outcome == Outcomes.Approved && part.TakenBackAt == null);
            last.Parts.Where(part => part.AddedTo == null).Select(part => part.Role).ShouldBe(Offices, ignoreOrder: true);
            last.Parts.Where(part => part.DecidedBy != null).Select(part => part.DecidedBy).ShouldBeUnique();
        }
        else if (last.Stage is WorkItemStage.Open)
        {
            last.Parts.Exists(part => part.IsOpen).ShouldBeTrue("somebody must be asked while the item is open");
        }

        return hasPassed;
    }

    private static readonly Gen<Move> Moves =
        from kind in Gen.Frequency((12, Gen.Const(Kind.Approve)), (1, Gen.Const(Kind.Return)), (2, Gen.Const(Kind.AddBefore)), (2, Gen.Const(Kind.AddAfter)),
            (2, Gen.Const(Kind.Remove)), (2, Gen.Const(Kind.TakeBack)), (1, Gen.Const(Kind.Claim)), (1, Gen.Const(Kind.LoseOrGainTheRole)))
        from who in Gen.OneOf([.. Offices.Concat(Offices).Concat(Everybody).Select(role => Gen.Const(role))])
        from other in Gen.OneOf([.. Everybody.Select(role => Gen.Const(role))])
        select new Move(kind, who, other);

    private static async Task MakeAsync(TestOffice office, Move move, Dictionary<OfficeRole, bool> hats)
    {
        var item = await office.ReadAsync(db => db.WorkItems.Include(one => one.Parts)
            .Where(one => one.WaitId.StartsWith("countersign#")).OrderBy(one => one.Id).LastAsync());
        var actor = TestOffice.Of(move.Who);
        var operation = Guid.CreateVersion7();
        switch (move.Kind)
        {
            case Kind.Approve or Kind.Return:
                var outcome = move.Kind is Kind.Approve ? Outcomes.Approved : Outcomes.Returned;
                var answer = await office.AskAsync<DecideWorkItem>(u => u.RunAsync(
                    new(item.Id, item.Revision, operation, outcome, "理由"), actor, CancellationToken.None));
                if (answer.IsDone)
                    hats.GetValueOrDefault(move.Who).ShouldBeFalse("somebody who lost the role decided");
                break;
            case Kind.AddBefore or Kind.AddAfter:
                await office.AskAsync<AddSigner>(u => u.RunAsync(
                    new(operation, item.Id, item.Revision, TestOffice.Of(move.Other), move.Kind is Kind.AddBefore, "把关"), actor, CancellationToken.None));
                break;
            case Kind.Remove when item.Parts.Find(part => part.AddedBy is not null && part.IsPending) is { } added:
                await office.AskAsync<RemoveSigner>(u => u.RunAsync(
                    new(operation, item.Id, added.Id, item.Revision, "不需要"), added.AddedBy!.Value, CancellationToken.None));
                break;
            case Kind.TakeBack:
                await office.AskAsync<TakeBackDecision>(u => u.RunAsync(new(operation, item.Id, "看错了"), actor, CancellationToken.None));
                break;
            case Kind.Claim:
                await office.AskAsync<ClaimWorkItem>(u => u.RunAsync(new(operation, item.Id, item.Revision), actor, CancellationToken.None));
                break;
            case Kind.LoseOrGainTheRole:
                var isLost = hats[move.Who] = !hats.GetValueOrDefault(move.Who);
                await office.ReadAsync(async db =>
                {
                    if (isLost)
                        return await db.Hats.Where(hat => hat.AccountId == actor).ExecuteDeleteAsync();
                    db.Hats.Add(new Storage.Identity.Hat { AccountId = actor, Role = move.Who });
                    return await db.SaveChangesAsync();
                });
                break;
        }
    }

    private enum Kind
    {
        Approve,
        Return,
        AddBefore,
        AddAfter,
        Remove,
        TakeBack,
        Claim,
        LoseOrGainTheRole,
    }

    private sealed record Move(Kind Kind, OfficeRole Who, OfficeRole Other);
}
