using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Shared.Visitors;

/// <summary>
/// Who may call an endpoint. Each endpoint says one of these or AllowAnonymous; on what it may be called, the page itself
/// asks in its query, and what is not the visitor's answers 404. The whole is docs/authorization.md.
/// </summary>
public static class Access
{
    /// <summary>Anybody signed in whose account is not suspended.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>Anybody signed in, suspended people too: to read why, take their data, leave.</summary>
    public const string SignedInEvenSuspended = "SignedInEvenSuspended";

    /// <summary>A colleague of some organisation.</summary>
    public const string Colleague = "Colleague";

    /// <summary>A coordinator of some territory, or an administrator for what nobody coordinates.</summary>
    public const string Coordinator = "Coordinator";

    /// <summary>An administrator of this installation.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Adds the policies; what says nothing needs a signed-in person.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<Visitor>();
        services.AddScoped<ReadVisitor>();
        services.AddScoped<UnseenNotices>();
        services.AddScoped<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var name in new[] { SignedIn, SignedInEvenSuspended, Colleague, Coordinator, Administrator })
        {
            authorization.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new AccessRequirement(name)));
        }
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new AccessRequirement(SignedIn)).Build());
    }
}

/// <summary>One of the names in <see cref="Access"/>.</summary>
public sealed record AccessRequirement(string Name) : IAuthorizationRequirement;

/// <summary>Asks the visitor's rights of this moment.</summary>
public sealed class AccessHandler(Visitor visitor, TimeProvider time) : AuthorizationHandler<AccessRequirement>
{
    /// <summary>The reason with which somebody is led to the page where a second factor is set up.</summary>
    public const string SecondFactorMissing = "second-factor";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (!May(requirement.Name))
        {
            return Task.CompletedTask;
        }
        if (requirement.Name is Access.Colleague or Access.Coordinator or Access.Administrator && visitor.MustSecure(time.GetUtcNow().UtcDateTime))
        {
            context.Fail(new AuthorizationFailureReason(this, SecondFactorMissing));
            return Task.CompletedTask;
        }
        context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private bool May(string name) =>
        visitor.IsSignedIn
        && name switch
        {
            Access.SignedInEvenSuspended => true,
            Access.SignedIn => !visitor.IsSuspended,
            Access.Colleague => !visitor.IsSuspended && visitor.IsColleague,
            Access.Coordinator => !visitor.IsSuspended && (visitor.IsCoordinator || visitor.IsAdministrator),
            Access.Administrator => !visitor.IsSuspended && visitor.IsAdministrator,
            _ => false,
        };
}

/// <summary>What a refused visitor gets: the sign-in page, the second factor's page, or the page for 403.</summary>
public sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            var reasons = authorizeResult.AuthorizationFailure?.FailureReasons ?? [];
            if (reasons.Any(reason => reason.Message == AccessHandler.SecondFactorMissing))
            {
                context.Response.Redirect(VisitorLinks.Security(context.RequestServices.GetRequiredService<RequestLanguage>().Language) + "?needed=1");
                return;
            }
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
