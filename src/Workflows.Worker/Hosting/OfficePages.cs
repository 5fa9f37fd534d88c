using Workflows.Policy;
using Workflows.Web;

namespace Workflows.Worker.Hosting;

/// <summary>What the pages and papers say of the installation, from the settings <c>Office:*</c>.</summary>
public static class OfficePages
{
    /// <summary>The settings; what isn't set keeps its default.</summary>
    public static OfficeWebOptions Of(IConfiguration configuration)
    {
        var office = configuration.GetSection("Office");
        var defaults = new OfficeWebOptions();
        return defaults with
        {
            College = new Bilingual(office["College"] ?? defaults.College.Zh, office["CollegeEnglish"] ?? defaults.College.En),
            ContactHours = office["ContactHours"] ?? defaults.ContactHours,
        };
    }
}
