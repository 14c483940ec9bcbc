using System.Text.Json;

namespace Releve.Web.Start;

/// <summary>
/// A trusted service with which people sign in and prove who they are, by OpenID Connect: Pro Santé Connect, ProConnect, or
/// any standard one. Settings of the installation: DATA/settings.json, docs/operations.md.
/// </summary>
public sealed record OpenIdProvider
{
    /// <summary>Its name in addresses and in the database: "psc". Small letters, figures and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people: "Pro Santé Connect".</summary>
    public required string Label { get; init; }

    /// <summary>The issuer, under which /.well-known/openid-configuration lies.</summary>
    public required string Authority { get; init; }

    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }

    /// <summary>What is asked for.</summary>
    public string[] Scopes { get; init; } = ["openid", "email"];

    /// <summary>The level of assurance asked for (acr_values), where the service has some: "eidas1".</summary>
    public string? Assurance { get; init; }

    /// <summary>The claim that holds the RPPS number; null when the service knows none.</summary>
    public string? RppsClaim { get; init; }

    /// <summary>The claim that holds the profession's ANS code, among others or alone; null when there is none.</summary>
    public string? ProfessionClaim { get; init; }

    /// <summary>The providers of an installation; none without a settings file.</summary>
    /// <exception cref="SiteProblem">The file cannot be understood.</exception>
    public static IReadOnlyList<OpenIdProvider> Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "settings.json");
        if (!File.Exists(path))
        {
            return [];
        }
        try
        {
            var settings = JsonSerializer.Deserialize<Settings>(File.ReadAllText(path), JsonSerializerOptions.Web);
            return settings?.OpenId ?? [];
        }
        catch (JsonException e)
        {
            throw new SiteProblem($"{path} cannot be understood: {e.Message}", e);
        }
    }

    private sealed record Settings(IReadOnlyList<OpenIdProvider>? OpenId);
}
