using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>The professions, and which of them are short of people here.</summary>
[Authorize(Access.Coordinator)]
public sealed class ProfessionsModel(CoordinationDesk desk, ProfessionCatalogue professions) : SitePage
{
    public override string Title => T["Coordination.professions"];
    public override bool Indexed => false;

    public IEnumerable<(string Name, string Url, int Shortages)> Lines
    {
        get
        {
            var areas = desk.ShortageAreas.ToHashSet(StringComparer.Ordinal);
            return professions
                .Ordered(Language)
                .Select(one =>
                    (
                        professions.LabelOf(one.Code, Language),
                        CoordinationLinks.Of(CoordinationLinks.ProfessionPath, one.Code, Language),
                        one.Shortages.Count(shortage => areas.Contains(shortage.AreaCode))
                    )
                );
        }
    }

    public override string AddressIn(Language language) => CoordinationLinks.ProfessionsPath.In(language);

    public void OnGet()
    {
        // The catalogue is held in the process.
    }
}
