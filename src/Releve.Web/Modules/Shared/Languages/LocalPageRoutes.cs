using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Releve.Core.Languages;

namespace Releve.Web.Modules.Shared.Languages;

/// <summary>Gives each page its three addresses. A page without an entry keeps the address that it declares itself.</summary>
public sealed class LocalPageRoutes(IReadOnlyList<PageRoute> routes) : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        var route = routes.FirstOrDefault(candidate => candidate.Page == model.ViewEnginePath);
        if (route is null)
        {
            return;
        }
        model.Selectors.Clear();
        foreach (var language in LanguageExtensions.All)
        {
            var template = string.Join('/', new[] { route.Path.In(language).Trim('/'), route.Parameters }.Where(part => part.Length > 0));
            model.Selectors.Add(new SelectorModel { AttributeRouteModel = new AttributeRouteModel { Template = template } });
        }
    }
}
