using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>The roles' names as labels: what sentences call them, without an article and with a capital.</summary>
public static class RoleNames
{
    private const string Article = "the ";

    /// <summary>The role's label.</summary>
    public static Bilingual Of(OfficeRole role)
    {
        var name = OfficeRoles.Name(role);
        var bare = name.En.StartsWith(Article, StringComparison.Ordinal) ? name.En[Article.Length..] : name.En;
        return name with { En = $"{char.ToUpperInvariant(bare[0])}{bare[1..]}" };
    }
}
