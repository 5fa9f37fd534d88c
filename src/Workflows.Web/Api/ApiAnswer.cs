using Microsoft.AspNetCore.Http;
using Workflows.Policy;
using Workflows.Processes;

namespace Workflows.Web.Api;

/// <summary>What the API answers to a use case: whether it was done, and the reasons in both languages.</summary>
/// <param name="Done">Whether it was done, and is durable.</param>
/// <param name="Refusal">The kind of refusal; null when it was done.</param>
/// <param name="Id">The thing that was made or changed.</param>
/// <param name="Reasons">What was done, or why not.</param>
public sealed record ApiAnswer(bool Done, Refusal? Refusal, Guid? Id, IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>The answer with its status: 200, 403, 404, 409 (stale, or the wrong time) or 422 (invalid).</summary>
    public static IResult Of(Answer answer) => Results.Json(
        new ApiAnswer(answer.IsDone, answer.Refusal, answer.Id, answer.Reasons), PolicyJson.Options, statusCode: Status(answer.Refusal));

    private static int Status(Refusal? refusal) => refusal switch
    {
        null => StatusCodes.Status200OK,
        Processes.Refusal.NotAllowed or Processes.Refusal.LoginTooOld or Processes.Refusal.SecondFactorMissing or Processes.Refusal.PasswordNotChanged => StatusCodes.Status403Forbidden,
        Processes.Refusal.NotFound => StatusCodes.Status404NotFound,
        Processes.Refusal.Stale or Processes.Refusal.WrongTime => StatusCodes.Status409Conflict,
        Processes.Refusal.Invalid => StatusCodes.Status422UnprocessableEntity,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "No such refusal."),
    };
}
