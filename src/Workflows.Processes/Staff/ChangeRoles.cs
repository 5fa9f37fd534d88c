using Workflows.Personnel.Cases;
using Workflows.Storage.Identity;

namespace Workflows.Processes.Staff;

/// <summary>HR changes the roles of an account. They count from the next click on; work that nobody can decide any more shows as orphaned.</summary>
public sealed class ChangeRoles(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="AccountId">The account.</param>
    /// <param name="Roles">All the roles it holds from now on.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid AccountId, IReadOnlyList<OfficeRole> Roles, string Reason)
    {
        /// <summary>The school for which the account acts from now on; stated exactly where the role of a school is among the roles.</summary>
        public string? School { get; init; }
    }

    /// <summary>Changes the roles. Nobody gives themselves one.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ChangeRoles), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
                return notHr;
            if (await desk.AccountAsync(command.AccountId, ct) is not { } account)
                return AccountMoves.Missing;
            if (AccountMoves.RefusalOfRoles(command.Roles) is { } unfit)
                return unfit;
            var before = account.Hats.ConvertAll(hat => hat.Role);
            var added = command.Roles.Distinct().Except(before).ToList();
            if (account.Id == actor && added.Count > 0)
                return Answer.Refused(Refusal.NotAllowed, "不能给自己增加角色，请由另一位人事干部办理。", "Nobody gives themselves a role: ask another HR colleague.");
            if (!command.Roles.Contains(OfficeRole.HumanResources) && await desk.RefusalOfLastHrAsync(account, ct) is { } last)
                return last;
            if (await desk.RefusalOfSchoolAsync(command.Roles, command.School, ct) is { } noSchool)
                return noSchool;
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明变更理由。", "Say why the roles change.");

            account.Hats.RemoveAll(hat => !command.Roles.Contains(hat.Role));
            account.Hats.AddRange(added.Select(role => new Hat { AccountId = account.Id, Role = role }));
            account.ConcurrencyStamp = $"{Guid.CreateVersion7(desk.Now)}";
            var school = AccountMoves.SchoolOf(command.Roles, command.School);
            if (account.School != school)
                await desk.RecordAsync("SchoolChanged", actor, account, ct, account.School ?? "", school ?? "", command.Reason);
            account.School = school;
            await desk.RecordAsync("RolesChanged", actor, account, ct, before.Written(), command.Roles.Written(), command.Reason);
            return AccountMoves.DoneWith(command.Roles, $"已变更{account.DisplayName}的角色。", $"{account.DisplayName}'s roles are changed.", account.Id);
        }, ct);
}
