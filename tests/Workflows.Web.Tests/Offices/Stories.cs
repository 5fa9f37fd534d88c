using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;

namespace Workflows.Web.Tests.Offices;

/// <summary>How far a round has come when a test opens its pages.</summary>
internal static class Stories
{
    public const string ZhangsIdNumber = "350427198507090016";

    /// <summary>A round that waits for the countersign of three offices; its case's id comes back.</summary>
    public static async Task<Guid> CountersigningAsync(this WebOffice office) =>
        (await office.Office.RoundAsync(await office.Office.SubmitAsync(Plans.Usual))).CaseId!.Value;

    /// <summary>A round with five applicants under review, one of them with ID number and phone; the round's id comes back.</summary>
    public static async Task<Guid> UnderReviewAsync(this WebOffice office)
    {
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        var applicants = HiringOffice.FiveApplicants.Replace("沙县区,,zhang@", $"沙县区,{ZhangsIdNumber},zhang@", StringComparison.Ordinal);
        (await office.Office.ImportAsync(round, applicants)).IsDone.ShouldBeTrue();
        await office.Office.GoToAsync("2026-08-15 00:00");
        return round;
    }

    /// <summary>The address to which a work item's form posts.</summary>
    public static string Address(this WorkItem item) => $"/cases/{item.CaseId}/items/{item.Id}";
}
