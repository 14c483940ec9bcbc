using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>The card as others see it, made by the one rule; each who looks knows it by another bird.</summary>
public sealed class ShowCard(CardKey key, CardCrowds crowds, ProfessionCatalogue professions, Gazetteer gazetteer)
{
    /// <summary>The card of a project for the organisation or person who looks.</summary>
    public async Task<AnonymousCard> RunAsync(AppDb db, Guid project, LifeWishes wishes, Guid viewer, CancellationToken cancellation = default)
    {
        var seal = await key.ReadAsync(db, cancellation);
        var crowd = await crowds.ReadAsync(db, cancellation);
        return AnonymousCard.Of(wishes, new CardContext(professions, gazetteer, crowd, seal.Seal(project, viewer)));
    }
}
