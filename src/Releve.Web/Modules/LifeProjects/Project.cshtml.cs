using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>How I want to live and work.</summary>
[Authorize(Access.SignedIn)]
public sealed class ProjectModel : FormPage
{
    public override string Heading => T["LifeProjects.title"];

    public override string AddressIn(Language language) => LifeProjectsLinks.ProjectPath.In(language);
}
