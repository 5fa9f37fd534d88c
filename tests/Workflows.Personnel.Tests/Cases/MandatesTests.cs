using CsCheck;
using Workflows.Personnel.Cases;

namespace Workflows.Personnel.Tests.Cases;

/// <summary>Who may decide a work item: nobody on themselves, on a relative, twice, or in one case under two hats.</summary>
public sealed class MandatesTests
{
    private static readonly Guid Person = Id(100);

    private static readonly Officer Principal = new(Id(1), "陈国栋", [OfficeRole.Leadership], Interest.None, null);

    private static readonly Officer Vice = new(Id(2), "吴晓梅", [OfficeRole.Leadership], Interest.None, null);

    private static readonly Officer Hr = new(Id(3), "林秀英", [OfficeRole.HumanResources], Interest.None, null);

    [Fact]
    public void A_holder_of_the_role_may_decide()
    {
        var item = Item(OfficeRole.Leadership);
        var (mandate, hindrance) = Mandates.Find(item, Principal, []);
        hindrance.ShouldBeNull();
        mandate.ShouldBe(new Mandate(item.Parts[0], null));
    }

    [Fact]
    public void Without_the_role_there_is_no_right() =>
        Mandates.Find(Item(OfficeRole.Leadership), Hr, []).Hindrance!.Kind.ShouldBe(HindranceKind.NoRole);

    [Fact]
    public void A_deputy_decides_for_the_absent_holder()
    {
        var (mandate, _) = Mandates.Find(Item(OfficeRole.Leadership), Hr, [Principal]);
        mandate!.OnBehalfOf.ShouldBe(Principal);
    }

    [Fact]
    public void A_right_of_ones_own_comes_before_a_deputys() =>
        Mandates.Find(Item(OfficeRole.Leadership), Vice, [Principal]).Mandate!.OnBehalfOf.ShouldBeNull();

    [Fact]
    public void A_deputy_never_acts_for_a_recused_holder() => Interested(Hr, Principal with { Interest = Interest.Concerned });

    [Fact]
    public void A_deputy_never_acts_for_a_holder_who_has_not_declared() => Interested(Hr, Principal with { Interest = Interest.Undeclared });

    [Fact]
    public void A_recused_deputy_acts_for_nobody() => Interested(Hr with { Interest = Interest.Concerned }, Principal);

    [Fact]
    public void Nobody_decides_on_themselves() => Interested(Principal with { PersonId = Person });

    [Fact]
    public void Nobody_has_their_own_matter_decided_by_their_deputy() => Interested(Hr, Principal with { PersonId = Person });

    [Fact]
    public void Nobody_decides_in_one_case_under_two_hats() =>
        Mandates.Find(Item(OfficeRole.Leadership), Principal with { Worn = OfficeRole.HumanResources }, []).Hindrance!.Kind.ShouldBe(HindranceKind.TwoHats);

    [Fact]
    public void The_same_hat_may_decide_again_later_in_the_case() =>
        Mandates.Find(Item(OfficeRole.Leadership), Principal with { Worn = OfficeRole.Leadership }, []).Hindrance.ShouldBeNull();

    [Fact]
    public void A_deputys_own_earlier_decision_keeps_them_from_standing_in() =>
        Mandates.Find(Item(OfficeRole.Leadership), Hr with { Worn = OfficeRole.HumanResources }, [Principal]).Hindrance!.Kind.ShouldBe(HindranceKind.TwoHats);

    [Fact]
    public void A_deputy_never_lends_an_absent_colleague_a_second_hat() =>
        Mandates.Find(Item(OfficeRole.Leadership), Hr, [Principal with { Worn = OfficeRole.HumanResources }]).Hindrance!.Kind.ShouldBe(HindranceKind.TwoHats);

    [Fact]
    public void Nobody_answers_twice_in_one_item()
    {
        var item = Item(OfficeRole.Leadership, OfficeRole.Leadership);
        Decide(item.Parts[0], Principal.AccountId, null);
        Mandates.Find(item, Principal with { Worn = OfficeRole.Leadership }, []).Hindrance!.Kind.ShouldBe(HindranceKind.Turn);
    }

    [Fact]
    public void Who_was_stood_in_for_does_not_answer_once_more()
    {
        var item = Item(OfficeRole.Leadership, OfficeRole.Leadership);
        Decide(item.Parts[0], Hr.AccountId, Principal.AccountId);
        Mandates.Find(item, Principal, []).Hindrance!.Kind.ShouldBe(HindranceKind.Turn);
    }

    [Fact]
    public void What_a_colleague_claimed_is_theirs()
    {
        var item = Item(OfficeRole.Leadership);
        item.Parts[0].AssigneeId = Vice.AccountId;
        Mandates.Find(item, Principal, []).Hindrance!.Kind.ShouldBe(HindranceKind.Turn);
        Mandates.Find(item, Vice, []).Hindrance.ShouldBeNull();
    }

    [Fact]
    public void Out_of_turn_nobody_signs()
    {
        var item = Item(OfficeRole.EducationBureau, OfficeRole.Leadership);
        item.Parts[1].WaitsFor = item.Parts[0].Id;
        item.Settle();
        Mandates.Find(item, Principal, []).Hindrance!.Kind.ShouldBe(HindranceKind.Turn);
    }

    [Fact]
    public void Whatever_the_office_looks_like_no_interested_party_ever_holds_a_mandate() => (
        from actor in Officers
        from principals in Officers.List[0, 3]
        from roles in Gen.Enum<OfficeRole>().Array[1, 3]
        select (actor, principals, roles)).Sample(one =>
    {
        var found = Mandates.Find(Item(one.roles), one.actor, one.principals);
        if (found.Mandate is not { } mandate)
            return found.Hindrance is not null;
        var holder = mandate.OnBehalfOf ?? one.actor;
        return holder.Roles.Contains(mandate.Part.Role)
            && one.actor.Interest is Interest.None && holder.Interest is Interest.None
            && one.actor.PersonId != Person && holder.PersonId != Person
            && (one.actor.Worn ?? mandate.Part.Role) == mandate.Part.Role && (holder.Worn ?? mandate.Part.Role) == mandate.Part.Role;
    });

    private static readonly Gen<Officer> Officers =
        from id in Gen.Int[1, 4]
        from roles in Gen.Enum<OfficeRole>().List[0, 3]
        from interest in Gen.Enum<Interest>()
        from isPerson in Gen.Bool
        from worn in Gen.OneOf(Gen.Const((OfficeRole?)null), Gen.Enum<OfficeRole>().Select(role => (OfficeRole?)role))
        select new Officer(Id(id), "某人", roles, interest, isPerson ? Person : null) { Worn = worn };

    private static void Interested(Officer actor, params Officer[] principals) =>
        Mandates.Find(Item(OfficeRole.Leadership), actor, principals).Hindrance!.Kind.ShouldBe(HindranceKind.Interest);

    private static void Decide(WorkItemPart part, Guid by, Guid? onBehalfOf)
    {
        part.Outcome = Outcomes.Approved;
        part.DecidedBy = by;
        part.OnBehalfOf = onBehalfOf;
        part.IsOpen = false;
    }

    private static WorkItem Item(params OfficeRole[] roles) => new()
    {
        WaitId = "decide#1",
        TitleZh = "研究",
        TitleEn = "Decide",
        Rule = ItemRule.All,
        NeedsDeclaration = true,
        Case = new Personnel.Cases.Case { DefinitionId = "appointment", TitleZh = "聘任", TitleEn = "Appointment", PersonId = Person },
        Outcomes = [Outcomes.Approved, Outcomes.Rejected],
        Parts = [.. roles.Index().Select(one => new WorkItemPart { Id = Id(one.Index + 10), Role = one.Item })],
    };

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
