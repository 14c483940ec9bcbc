using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts.OpenId;

/// <summary>The settings of one provider's sign-in.</summary>
public sealed class OpenIdOptions : OAuthOptions
{
    public OpenIdProvider Provider { get; set; } = null!;

    /// <summary>The provider's own description of itself, read when it is first needed, with its keys.</summary>
    public ConfigurationManager<OpenIdConnectConfiguration> Discovery { get; set; } = null!;
}

/// <summary>
/// Signs in by OpenID Connect: the framework's OAuth code flow (state, PKCE), and on top of it what makes it OpenID: discovery,
/// a nonce, and the checked identity token. Source: OpenID Connect Core 1.0, 3.1.3.7.
/// </summary>
public sealed class OpenIdHandler(IOptionsMonitor<OpenIdOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OpenIdOptions>(options, logger, encoder)
{
    private const string NonceItem = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await DiscoverAsync();
        properties.Items[NonceItem] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var url = base.BuildChallengeUrl(properties, redirectUri) + "&nonce=" + Uri.EscapeDataString(properties.Items[NonceItem]!);
        if (Options.Provider.Assurance is { } assurance)
        {
            url += "&acr_values=" + Uri.EscapeDataString(assurance);
        }
        return properties.GetString("login_hint") is { } hint ? url + "&login_hint=" + Uri.EscapeDataString(hint) : url;
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await DiscoverAsync();
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity,
        AuthenticationProperties properties,
        OAuthTokenResponse tokens
    )
    {
        var token = await CheckedTokenAsync(tokens, properties.Items[NonceItem]);
        identity.AddClaim(new Claim("sub", token.Subject));
        identity.AddClaims(token.Claims.Where(claim => claim.Type != "sub"));
        await AddUserInfoAsync(identity, token.Subject, tokens.AccessToken);
        // The tokens themselves have served: they are kept nowhere.
        properties.StoreTokens([]);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    private async Task<OpenIdConnectConfiguration> DiscoverAsync()
    {
        var found = await Options.Discovery.GetConfigurationAsync(Context.RequestAborted);
        Options.AuthorizationEndpoint = found.AuthorizationEndpoint;
        Options.TokenEndpoint = found.TokenEndpoint;
        Options.UserInformationEndpoint = found.UserInfoEndpoint;
        return found;
    }

    private async Task<JsonWebToken> CheckedTokenAsync(OAuthTokenResponse tokens, string? nonce)
    {
        var text = tokens.Response?.RootElement.TryGetProperty("id_token", out var value) == true ? value.GetString() : null;
        var known = await DiscoverAsync();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            text,
            new TokenValidationParameters
            {
                ValidIssuer = known.Issuer,
                ValidAudience = Options.ClientId,
                IssuerSigningKeys = known.SigningKeys,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
                ClockSkew = TimeSpan.FromMinutes(2),
            }
        );
        if (!result.IsValid)
        {
            // The provider may have changed its keys: the next attempt reads them anew.
            Options.Discovery.RequestRefresh();
            throw new AuthenticationFailureException("The identity token does not hold.", result.Exception);
        }
        var token = (JsonWebToken)result.SecurityToken;
        if (nonce is null || !token.TryGetPayloadValue<string>("nonce", out var said) || said != nonce)
        {
            throw new AuthenticationFailureException("The identity token answers another question.");
        }
        return token;
    }

    private async Task AddUserInfoAsync(ClaimsIdentity identity, string subject, string? accessToken)
    {
        if (string.IsNullOrEmpty(Options.UserInformationEndpoint))
        {
            return;
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, Options.UserInformationEndpoint);
        request.Headers.Authorization = new("Bearer", accessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!response.IsSuccessStatusCode)
        {
            throw new AuthenticationFailureException("The provider does not say who it is.");
        }
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Context.RequestAborted));
        // OpenID Connect Core 5.3.2: another subject's answer must not be used.
        if (!json.RootElement.TryGetProperty("sub", out var said) || said.GetString() != subject)
        {
            throw new AuthenticationFailureException("The provider speaks of somebody else.");
        }
        foreach (var property in json.RootElement.EnumerateObject().Where(property => !identity.HasClaim(claim => claim.Type == property.Name)))
        {
            if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number)
            {
                identity.AddClaim(new Claim(property.Name, property.Value.ToString()));
            }
        }
    }
}
