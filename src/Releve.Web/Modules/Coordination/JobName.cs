using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Coordination;

/// <summary>What a job is called on screens; one without words yet goes by its own name.</summary>
public static class JobName
{
    public static string In(PageText text, string name) => TextBook.In(text.Language).All.GetValueOrDefault("Coordination.job." + name.Replace(' ', '-'), name);
}
