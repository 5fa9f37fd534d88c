using System.Globalization;
using Workflows.Personnel.Staff;

namespace Workflows.Web.Staff;

/// <summary>The fields of the forms on appointments and exits, as pages show them and forms send them.</summary>
public static class StaffFields
{
    /// <summary>The fields of a proposal to appoint.</summary>
    public static IReadOnlyDictionary<string, string> Of(AppointmentProposal proposal) => new Dictionary<string, string>
    {
        ["fromGrade"] = $"{proposal.FromGrade}", ["toGrade"] = proposal.ToGrade == 0 ? "" : $"{proposal.ToGrade}",
        ["effectiveOn"] = Written(proposal.EffectiveOn), ["reason"] = proposal.Reason, ["plan"] = proposal.Competition?.Plan ?? "",
        ["announcement"] = proposal.Competition?.Announcement ?? "", ["assessment"] = proposal.Competition?.Assessment ?? "",
    };

    /// <summary>The fields of an exit.</summary>
    public static IReadOnlyDictionary<string, string> Of(ExitProposal proposal) => new Dictionary<string, string>
    {
        ["kind"] = $"{proposal.Kind}", ["lastDay"] = Written(proposal.LastDay), ["reason"] = proposal.Reason, ["ground"] = proposal.Ground,
        ["destination"] = proposal.Destination, ["noticeGivenOn"] = proposal.NoticeGivenOn is { } given ? Written(given) : "",
        ["agreement"] = proposal.Agreement,
    };

    /// <summary>The proposal to appoint that the fields make; what is missing is refused by the use case.</summary>
    /// <param name="text">A field's text, trimmed; empty when it is missing.</param>
    public static AppointmentProposal ReadAppointment(Func<string, string> text) => new()
    {
        FromGrade = Whole(text("fromGrade")), ToGrade = Whole(text("toGrade")) ?? 0, EffectiveOn = Day(text("effectiveOn")) ?? default,
        Reason = text("reason"),
        Competition = text("plan").Length + text("announcement").Length + text("assessment").Length == 0
            ? null : new Competition(text("plan"), text("announcement"), text("assessment")),
    };

    /// <summary>The exit that the fields make; what is missing is refused by the use case.</summary>
    /// <param name="text">A field's text, trimmed; empty when it is missing.</param>
    public static ExitProposal ReadExit(Func<string, string> text) => new()
    {
        Kind = Enum.TryParse<ExitKind>(text("kind"), out var kind) ? kind : (ExitKind)(-1), LastDay = Day(text("lastDay")) ?? default,
        Reason = text("reason"), Ground = text("ground"), Destination = text("destination"), NoticeGivenOn = Day(text("noticeGivenOn")),
        Agreement = text("agreement"),
    };

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Written(DateOnly day) => day == default ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
