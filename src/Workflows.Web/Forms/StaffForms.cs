using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes;
using Workflows.Processes.Staff;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Web.Pages;
using Workflows.Web.Pages.Office;

namespace Workflows.Web.Forms;

/// <summary>The forms of accounts, deputies and orphaned work.</summary>
internal static class StaffForms
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapStaffForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/orphans/{itemId:guid}", async f => f.Answered(await f.Service<AssignWorkItem>().RunAsync(
            new(f.OperationId, f.Route("itemId"), f.Id("part"), f.Whole("revision") ?? 0, f.Id("to"), f.Text("words")), f.Actor, Never), "/orphans"));
        app.MapForm("/deputies", async f => f.Answered(await f.Service<NameDeputy>().RunAsync(new(
            f.OperationId, f.TextOrNull("principal") is null ? f.Actor : f.Id("principal"), f.Id("deputy"),
            f.Day("from") ?? DateOnly.MaxValue, f.Day("until") ?? DateOnly.MinValue, f.Text("reason")), f.Actor, Never), "/deputies"));
        app.MapForm("/deputies/{deputyshipId:guid}/end", async f => f.Answered(
            await f.Service<EndDeputyship>().RunAsync(new(f.OperationId, f.Route("deputyshipId"), f.Text("words")), f.Actor, Never), "/deputies"));
        app.MapForm("/accounts", OpenAsync);
        app.MapForm("/accounts/{accountId:guid}/roles", async f => f.Answered(await f.Service<ChangeRoles>().RunAsync(
            new(f.OperationId, Account(f), Roles(f), f.Text("words")) { School = f.TextOrNull("school") }, f.Actor, Never), $"/accounts/{Account(f)}"));
        app.MapForm("/accounts/{accountId:guid}/close", async f => f.Answered(await f.Service<CloseAccount>().RunAsync(
            new(f.OperationId, Account(f), f.Text("words")), f.Actor, Never), $"/accounts/{Account(f)}"));
        app.MapForm("/accounts/{accountId:guid}/password", f => WithPasswordAsync(f, $"/accounts/{Account(f)}", password =>
            f.Service<ResetPassword>().RunAsync(new(f.OperationId, Account(f), password), f.Actor, Never)));
        app.MapForm("/accounts/{accountId:guid}/address", ShowAddressAsync);
        app.MapForm("/accounts/{accountId:guid}/reopen", f => WithPasswordAsync(f, $"/accounts/{Account(f)}", password =>
            f.Service<ReopenAccount>().RunAsync(new(f.OperationId, Account(f), password), f.Actor, Never)));
    }

    private static Task<IResult> OpenAsync(PostedForm form) => WithPasswordAsync(form, "/accounts", password =>
        form.Service<OpenAccount>().RunAsync(
            new(form.OperationId, form.Text("userName"), form.Text("displayName"), form.Text("email"), form.Text("language"), Roles(form), password)
            {
                PersonId = form.TextOrNull("person") is null ? null : form.Id("person"),
                School = form.TextOrNull("school"),
            }, form.Actor, Never));

    // Not answered by a redirect: the password must not travel in an address or a cookie, and is drawn this once.
    private static async Task<IResult> WithPasswordAsync(PostedForm form, string page, Func<string, Task<Answer>> run)
    {
        var password = OneTimePassword.New();
        var answer = await run(password);
        if (!answer.IsDone)
            return form.Answered(answer, page);

        var account = await form.Service<WorkflowsDb>().Users.AsNoTracking().FirstAsync(one => one.Id == answer.Id, Never);
        // A form that was posted twice gets the first answer, but the account has the first post's password.
        var isThis = AccountPasswords.Hasher.VerifyHashedPassword(account, account.PasswordHash ?? "", password) is not PasswordVerificationResult.Failed;
        return new RazorComponentResult<OneTimePasswordDocument>(new Dictionary<string, object?>
        {
            [nameof(OneTimePasswordDocument.Answer)] = answer,
            [nameof(OneTimePasswordDocument.AccountId)] = account.Id,
            [nameof(OneTimePasswordDocument.UserName)] = account.UserName,
            [nameof(OneTimePasswordDocument.Password)] = isThis ? password : null,
        });
    }

    // Not answered by a redirect: the address must not travel in a link or a cookie, and is drawn this once.
    private static async Task<IResult> ShowAddressAsync(PostedForm form)
    {
        var answer = await form.Service<ViewAccountAddress>().RunAsync(new(form.OperationId, Account(form)), form.Actor, Never);
        if (answer.Refusal is { } refusal)
            return ErrorPages.Result(refusal is Refusal.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
        var account = await form.Service<WorkflowsDb>().Users.AsNoTracking().FirstAsync(one => one.Id == answer.Id, Never);
        return new RazorComponentResult<AccountAddressDocument>(new Dictionary<string, object?> { [nameof(AccountAddressDocument.Account)] = account });
    }

    private static Guid Account(PostedForm form) => form.Route("accountId");

    private static List<OfficeRole> Roles(PostedForm form) =>
        [.. form.All("role").Where(name => Enum.TryParse<OfficeRole>(name, out _)).Select(Enum.Parse<OfficeRole>)];
}
