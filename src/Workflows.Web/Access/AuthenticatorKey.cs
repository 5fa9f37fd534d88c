namespace Workflows.Web.Access;

/// <summary>The key that an account shares with its authenticator app, as the set-up page shows it.</summary>
/// <param name="Secret">The key, Base32.</param>
/// <param name="Link">The same for the app: an <c>otpauth:</c> address.</param>
public sealed record AuthenticatorKey(string Secret, string Link)
{
    private const int Group = 4;

    /// <summary>The key in groups of four, for typing it.</summary>
    public string InGroups => string.Join(' ', Secret.Chunk(Group).Select(group => new string(group)));

    /// <summary>The key of an account, under the college's name; said once, since a shorter link makes a coarser QR code.</summary>
    public static AuthenticatorKey Of(string secret, string college, string userName) => new(secret,
        $"otpauth://totp/{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(college)}");
}
