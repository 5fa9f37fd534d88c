using Workflows.Policy.Hiring;

namespace Workflows.Web.Access;

/// <summary>The cells of an application as pages show them: personal ones masked, the others as written.</summary>
public static class MaskedCell
{
    /// <summary>Whether a column holds personal data that pages mask.</summary>
    public static bool IsPersonal(string column) => column is Columns.IdNumber or Columns.Phone or Columns.Email;

    /// <summary>The cell as it may be shown.</summary>
    public static string Of(string column, string cell) => column switch
    {
        Columns.IdNumber => Masked.IdNumber(cell),
        Columns.Phone => Masked.Phone(cell),
        Columns.Email => Masked.Email(cell),
        _ => cell,
    };
}
