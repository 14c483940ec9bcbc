namespace Releve.Core.Applications;

/// <summary>Whose templates: an organisation's, or those of a person who publishes in own name.</summary>
/// <param name="OrganisationId">The organisation; null for a person.</param>
/// <param name="AccountId">The person; null for an organisation.</param>
public sealed record TemplateOwner(Guid? OrganisationId, Guid? AccountId)
{
    /// <summary>An organisation, whose colleagues share them.</summary>
    public static TemplateOwner Organisation(Guid id) => new(id, null);

    /// <summary>Somebody in own name.</summary>
    public static TemplateOwner Person(Guid id) => new(null, id);

    /// <summary>Who answers that application; null for a territory, which has no templates.</summary>
    public static TemplateOwner? WhoAnswers(JobApplication application) =>
        application.OrganisationId is { } organisation ? Organisation(organisation)
        : application.PublisherId is { } person ? Person(person)
        : null;
}

/// <summary>Finding templates by their owner.</summary>
public static class OwnedTemplates
{
    /// <summary>Those of that owner.</summary>
    public static IQueryable<AnswerTemplate> Of(this IQueryable<AnswerTemplate> templates, TemplateOwner owner) =>
        templates.Where(one => one.OrganisationId == owner.OrganisationId && one.AccountId == owner.AccountId);
}
