using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Alerts;

/// <summary>Every address of this module. Those in mails carry a saved search's id and its secret.</summary>
public static class AlertsLinks
{
    /// <summary>The alerts of a signed-in person.</summary>
    public static LocalPath MinePath { get; } = new("mon-espace/alertes", "mijn-ruimte/alerts", "my-space/alerts");

    /// <summary>The favourites of a signed-in person.</summary>
    public static LocalPath FavouritesPath { get; } = new("mon-espace/favoris", "mijn-ruimte/favorieten", "my-space/favourites");

    /// <summary>Saves the search that the address holds.</summary>
    public static LocalPath SavePath { get; } = new("alertes/enregistrer", "alerts/bewaren", "alerts/save");

    /// <summary>A mail is on its way.</summary>
    public static LocalPath SentPath { get; } = new("alertes/message-envoye", "alerts/bericht-verzonden", "alerts/message-sent");

    /// <summary>Confirms an address.</summary>
    public static LocalPath ConfirmPath { get; } = new("alertes/confirmer", "alerts/bevestigen", "alerts/confirm");

    /// <summary>The alerts of an address.</summary>
    public static LocalPath AddressPath { get; } = new("alertes/adresse", "alerts/adres", "alerts/address");

    /// <summary>Stops mails.</summary>
    public static LocalPath StopPath { get; } = new("alertes/arret", "alerts/stoppen", "alerts/stop");

    /// <summary>Says why a listing is not relevant.</summary>
    public static LocalPath NotForMePath { get; } = new("alertes/pas-pour-moi", "alerts/niet-voor-mij", "alerts/not-for-me");

    /// <summary>Saves a search, given as the query of its address.</summary>
    public static string Save(string query, Language language) => SavePath.In(language) + (query.Length > 0 && query[0] != '?' ? "?" : "") + query;

    public static string Confirm(Guid saved, string code, Language language) => Proof(ConfirmPath, saved, code, language);

    public static string Address(Guid saved, string code, Language language) => Proof(AddressPath, saved, code, language);

    /// <summary>Stops one alert, or all of its owner.</summary>
    public static string Stop(Guid saved, string code, Language language, bool all = false) =>
        Proof(StopPath, saved, code, language) + (all ? "&all=true" : "");

    public static string NotForMe(Guid saved, string code, string reference, Language language) =>
        Proof(NotForMePath, saved, code, language) + "&listing=" + reference;

    private static string Proof(LocalPath path, Guid saved, string code, Language language) => $"{path.In(language)}?id={saved:N}&code={code}";
}
