using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Design;

/// <summary>Every component in every state, in development only; hence its French words stand in the pages themselves.</summary>
[AllowAnonymous]
public sealed class DesignModel(IWebHostEnvironment environment) : SitePage
{
    public override string Title => "Composants";

    public override bool Indexed => false;

    public override string? Territory => "Eure-et-Loir";

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    public override string? AddressIn(Language language) => null;
}
