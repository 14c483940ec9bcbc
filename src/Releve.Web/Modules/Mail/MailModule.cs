using Releve.Web.Start;

namespace Releve.Web.Modules.Mail;

/// <summary>Mails: their words, their way out, and while developing a page that shows those kept in the folder.</summary>
public static class MailModule
{
    /// <summary>Adds the sender.</summary>
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton(provider => MailCarrier.Of(provider.GetRequiredService<SiteOptions>(), provider.GetRequiredService<SiteAddress>()));
        services.AddSingleton<SendMail>();
        services.AddHostedService(provider => provider.GetRequiredService<SendMail>());
    }
}
