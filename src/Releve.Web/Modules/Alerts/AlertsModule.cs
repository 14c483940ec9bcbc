using Releve.Core.Alerts;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Mail;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Security;

namespace Releve.Web.Modules.Alerts;

/// <summary>Saved searches, the mails about them, and favourites.</summary>
public static class AlertsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Alerts/Mine", AlertsLinks.MinePath),
        new("/Alerts/Favourites", AlertsLinks.FavouritesPath),
        new("/Alerts/Save", AlertsLinks.SavePath),
        new("/Alerts/Sent", AlertsLinks.SentPath),
        new("/Alerts/Confirm", AlertsLinks.ConfirmPath),
        new("/Alerts/Address", AlertsLinks.AddressPath),
        new("/Alerts/Stop", AlertsLinks.StopPath),
        new("/Alerts/NotForMe", AlertsLinks.NotForMePath),
    ];

    /// <summary>What its pages, jobs and mails need.</summary>
    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<AlertKey>();
        services.AddSingleton<ReadSearch>();
        services.AddScoped<KeptListings>();
        services.AddSingleton(known =>
        {
            var gazetteer = known.GetRequiredService<Gazetteer>();
            var professions = known.GetRequiredService<ProfessionCatalogue>();
            return new AlertBook(gazetteer.Commune, () => professions.All);
        });
        services.AddSingleton<MatchesInMail>();
        services.AddSingleton<AlertLetter>();
        services.AddSingleton(known => new LetterWriter(WriteAlertMails.Kind, known.GetRequiredService<AlertLetter>().WriteAsync));
        // A mail program stops a mailing for its owner from wherever it runs; the secret in the address says whose (RFC 8058).
        services.AddSingleton(new OpenToAnySite(AlertsLinks.StopPath));
    }
}
