using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Proposals;

/// <summary>
/// Every address of this module. A viewer is an organisation, by its slug, or the visitor's own project to found something;
/// a card is named by what its seal says to that viewer alone.
/// </summary>
public static class ProposalsLinks
{
    /// <summary>Stands in the place of an organisation's slug for the visitor's own project: no slug has this sign.</summary>
    public const string OwnProject = "~";

    /// <summary>The name of the query that says for which listing, by its reference.</summary>
    public const string ListingQuery = "listing";

    /// <summary>Carers whom one could meet, and below it the cards of one viewer, and one of them.</summary>
    public static LocalPath MeetPath { get; } = new("mon-espace/rencontres", "mijn-ruimte/kennismaken", "my-space/meet");

    /// <summary>The form with which one proposes.</summary>
    public static LocalPath ProposePath { get; } = new("mon-espace/proposer", "mijn-ruimte/voorstellen-doen", "my-space/propose");

    /// <summary>One proposal, for those who sent it.</summary>
    public static LocalPath SentPath { get; } = new("mon-espace/proposition-envoyee", "mijn-ruimte/verzonden-voorstel", "my-space/proposal-sent");

    /// <summary>The proposals that an organisation keeps to begin from, and below it one of them.</summary>
    public static LocalPath TemplatesPath { get; } = new("mon-espace/rencontres-modeles", "mijn-ruimte/kennismaken-sjablonen", "my-space/meet-templates");

    /// <summary>The proposals that a carer received, and below it one of them.</summary>
    public static LocalPath ReceivedPath { get; } = new("mon-espace/propositions", "mijn-ruimte/voorstellen", "my-space/proposals");

    /// <summary>Everybody for whom the visitor may meet carers.</summary>
    public static string Meet(Language language) => MeetPath.In(language);

    /// <summary>The cards of a viewer: an organisation's slug, or <see cref="OwnProject"/>.</summary>
    public static string Cards(Language language, string viewer) => $"{MeetPath.In(language)}/{viewer}";

    /// <summary>The carers who fit a listing, by its reference.</summary>
    public static string CardsOf(Language language, string viewer, string reference) => $"{Cards(language, viewer)}?{ListingQuery}={reference}";

    /// <summary>One card, by its seal.</summary>
    public static string Card(Language language, string viewer, string seal) => $"{MeetPath.In(language)}/{viewer}/{seal}";

    /// <summary>Proposing to the carer of a card.</summary>
    public static string Propose(Language language, string viewer, string seal) => $"{ProposePath.In(language)}/{viewer}/{seal}";

    /// <summary>One proposal, for those who sent it.</summary>
    public static string Sent(Language language, Guid id) => $"{SentPath.In(language)}/{id:N}";

    /// <summary>The templates of an organisation.</summary>
    public static string Templates(Language language, string slug) => $"{TemplatesPath.In(language)}/{slug}";

    /// <summary>One template, or with a new id one that is begun.</summary>
    public static string Template(Language language, string slug, Guid id) => $"{TemplatesPath.In(language)}/{slug}/{id:N}";

    /// <summary>The proposals that the visitor received.</summary>
    public static string Received(Language language) => ReceivedPath.In(language);

    /// <summary>One of them.</summary>
    public static string Answer(Language language, Guid id) => $"{ReceivedPath.In(language)}/{id:N}";
}
