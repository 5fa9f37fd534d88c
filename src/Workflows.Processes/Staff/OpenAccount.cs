using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage.Identity;

namespace Workflows.Processes.Staff;

/// <summary>HR opens an account for a colleague, with roles and a password for the first login; the operator opens the very first one.</summary>
public sealed class OpenAccount(Desk desk)
{
    private const int LongestUserName = 40;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="UserName">What is typed to log in; no spaces.</param>
    /// <param name="DisplayName">The name shown to others.</param>
    /// <param name="Email">Where mails go; may be empty.</param>
    /// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="Roles">The roles, at least one.</param>
    /// <param name="Password">For the first login; the owner then chooses another.</param>
    public sealed record Command(
        Guid OperationId, string UserName, string DisplayName, string Email, string Language, IReadOnlyList<OfficeRole> Roles, string Password)
    {
        /// <summary>The person on the roster behind the account, who never decides on themselves; null for people of other offices.</summary>
        public Guid? PersonId { get; init; }

        /// <summary>The school for which the account acts, by its name in the list of schools; stated exactly where the role of a school is among the roles.</summary>
        public string? School { get; init; }
    }

    /// <summary>Opens the account.</summary>
    /// <param name="command">The account.</param>
    /// <param name="actor">The account that asks; null for the operator at the command line.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task<Answer> RunAsync(Command command, Guid? actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor ?? Guid.Empty, nameof(OpenAccount), async () =>
        {
            if (actor is { } hr && await desk.RefusalUnlessAsync(hr, OfficeRole.HumanResources, ct) is { } notHr)
                return notHr;
            if ((RefusalOf(command) ?? AccountMoves.RefusalOfRoles(command.Roles) ?? AccountMoves.RefusalOfPassword(command.Password)) is { } unfit)
                return unfit;
            var account = Make(command);
            if (await desk.Db.Users.AnyAsync(other => other.NormalizedUserName == account.NormalizedUserName, ct))
                return Answer.Refused(Refusal.Invalid, "这个用户名已有人使用。", "This user name is taken.");
            if (await RefusalOfPersonAsync(command.PersonId, ct) is { } taken)
                return taken;
            if (await desk.RefusalOfSchoolAsync(command.Roles, command.School, ct) is { } noSchool)
                return noSchool;

            desk.GivePassword(account, command.Password);
            desk.Db.Users.Add(account);
            await desk.RecordAsync("AccountOpened", actor, account, ct, newValue: command.Roles.Written());
            if (account.School is { } school)
                await desk.RecordAsync("SchoolChanged", actor, account, ct, newValue: school);
            return AccountMoves.DoneWith(command.Roles, $"已开设账户 {account.UserName}。", $"The account {account.UserName} is open.", account.Id);
        }, ct);

    private static Answer? RefusalOf(Command command)
    {
        var name = command.UserName.Trim();
        if (name.Length is 0 or > LongestUserName || name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
            return Answer.Refused(Refusal.Invalid, $"请填写用户名，不含空格，最多{LongestUserName}字。", $"State a user name without spaces, at most {LongestUserName} characters.");
        if (string.IsNullOrWhiteSpace(command.DisplayName))
            return Answer.Refused(Refusal.Invalid, "请填写姓名。", "State the name shown to others.");
        if (command.Language is not ("zh-CN" or "en"))
            return Answer.Refused(Refusal.Invalid, "请选择页面语言。", "Choose the language: zh-CN or en.");
        var email = command.Email.Trim();
        return email.Length == 0 || System.Net.Mail.MailAddress.TryCreate(email, out _) ? null
            : Answer.Refused(Refusal.Invalid, "邮箱地址不对。", "This is no mail address.");
    }

    private async Task<Answer?> RefusalOfPersonAsync(Guid? personId, CancellationToken ct)
    {
        if (personId is not { } id)
            return null;
        if (!await desk.Db.People.AnyAsync(person => person.Id == id, ct))
            return Answer.Refused(Refusal.Invalid, "花名册上没有这个人。", "There is no such person on the roster.");
        return await desk.Db.Users.AnyAsync(other => other.PersonId == id, ct)
            ? Answer.Refused(Refusal.Invalid, "这个人已有账户。", "This person has an account already.") : null;
    }

    private Account Make(Command command)
    {
        var id = Guid.CreateVersion7(desk.Now);
        var (userName, email) = (command.UserName.Trim(), command.Email.Trim());
        return new Account
        {
            Id = id, UserName = userName, NormalizedUserName = userName.Normalize().ToUpperInvariant(), DisplayName = command.DisplayName.Trim(),
            Email = email.Length == 0 ? null : email, NormalizedEmail = email.Length == 0 ? null : email.Normalize().ToUpperInvariant(),
            EmailConfirmed = true, LockoutEnabled = true, Language = command.Language, PersonId = command.PersonId,
            School = AccountMoves.SchoolOf(command.Roles, command.School),
            Hats = [.. command.Roles.Distinct().Select(role => new Hat { AccountId = id, Role = role })],
        };
    }
}
