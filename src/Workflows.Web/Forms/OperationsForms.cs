using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Processes;
using Workflows.Processes.Operations;
using Workflows.Reminders.Sending;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>The forms of the operations page.</summary>
internal static class OperationsForms
{
    private const string Page = "/operations";
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapOperationsForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/operations/acknowledge", async f => f.Answered(await f.Service<AcknowledgeRestore>().RunAsync(
            new(f.OperationId, f.Text("words")), f.Actor, Never), Page)).RequireAuthorization(Rights.KeepMachine);
        app.MapForm("/operations/heads", ExportAsync).RequireAuthorization(Rights.KeepMachine);
    }

    private static async Task<IResult> ExportAsync(PostedForm form)
    {
        if (form.Service<SealPlace>().Options is not { } options)
            return form.Answered(Answer.Refused(Refusal.WrongTime, "没有设置 Audit:SigningKeyFile。", "Audit:SigningKeyFile isn't set."), Page);
        try
        {
            var path = await form.Service<ExportHeads>().RunAsync(options, Never);
            return form.Answered(Answer.Done($"已写入 {Path.GetFileName(path)}。", $"{Path.GetFileName(path)} is written."), Page);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return form.Answered(Answer.Refused(Refusal.WrongTime, $"{options.Folder} 写不了：{refused.Message}", $"{options.Folder} can't be written: {refused.Message}"), Page);
        }
    }
}
