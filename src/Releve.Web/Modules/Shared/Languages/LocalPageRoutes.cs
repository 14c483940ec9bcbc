using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Releve.Core.Languages;

namespace Releve.Web.Modules.Shared.Languages;

/// <summary>Gives each page its three addresses, or as many times three as it has entries. A page without an entry keeps the address that it declares itself.</summary>
public sealed class LocalPageRoutes(IReadOnlyList<PageRoute> routes) : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        var own = routes.Where(candidate => candidate.Page == model.ViewEnginePath).ToList();
        if (own.Count == 0)
        {
            return;
        }
        model.Selectors.Clear();
        foreach (var (route, language) in own.SelectMany(route => LanguageExtensions.All.Select(language => (route, language))))
        {
            var template = string.Join('/', new[] { route.Path.In(language).Trim('/'), route.Parameters }.Where(part => part.Length > 0));
            model.Selectors.Add(new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = template } });
        }
    }
}
