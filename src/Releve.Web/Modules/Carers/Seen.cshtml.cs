using Microsoft.AspNetCore.Authorization;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Carers;

/// <summary>What others see of somebody, with what its page needs to say it in words.</summary>
public sealed record ShownProfile(ProfileView View, ProfileWording Wording, bool OwnPhoto);

/// <summary>Myself as others see me: an organisation where I applied, and one where I did not.</summary>
[Authorize(Access.SignedIn)]
public sealed class SeenModel(ReadCarerFile read, ProfessionCatalogue professions, Gazetteer gazetteer, PageText text, Visitor visitor) : SitePage
{
    /// <summary>Who looks, in the order of the page.</summary>
    public static IReadOnlyList<(string Key, Audience Viewer)> Viewers { get; } =
    [("where-i-applied", Audience.WhereIApplied), ("checked", Audience.CheckedOrganisations), ("nobody", Audience.Nobody)];

    public override string Title => T["Carers.seen"];
    public override bool Indexed => false;

    /// <summary>What each sees; empty for somebody without a profile.</summary>
    public IReadOnlyList<(string Key, ShownProfile Shown)> Views { get; private set; } = [];

    public override string AddressIn(Language language) => CarersLinks.SeenPath.In(language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await read.RunAsync(visitor.AccountId, cancellation) is { } file)
        {
            var wording = new ProfileWording(text, professions, gazetteer);
            Views = [.. Viewers.Select(one => (one.Key, new ShownProfile(ProfileView.For(file, one.Viewer), wording, OwnPhoto: true)))];
        }
    }
}
