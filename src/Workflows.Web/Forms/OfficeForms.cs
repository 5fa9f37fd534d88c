using Microsoft.AspNetCore.Routing;

namespace Workflows.Web.Forms;

/// <summary>Every form of the pages; one file for each area.</summary>
internal static class OfficeForms
{
    public static void MapOfficeForms(this IEndpointRouteBuilder app)
    {
        app.MapCaseForms();
        app.MapAttachmentForms();
        app.MapItemForms();
        app.MapStaffForms();
        app.MapRosterForms();
        app.MapPersonForms();
        app.MapKinshipForms();
        app.MapRoundForms();
        app.MapApplicationForms();
        app.MapNoticeForms();
        app.MapDefinitionForms();
        app.MapCalendarForms();
        app.MapPersonCaseForms();
        app.MapDayForms();
        app.MapDayImportForms();
        app.MapSubscriptionForms();
        app.MapMailForms();
        app.MapSecondmentForms();
        app.MapRotationForms();
        app.MapCollegeForms();
        app.MapStandardForms();
        app.MapOperationsForms();
        app.MapClockForms();
    }
}
