using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// &lt;verified what="Infirmière, infirmier" by="Claire Martin" at="…" /&gt;: the badge of a checked profession. It says what was
/// checked, by whom and when, for a badge alone proves nothing.
/// </summary>
[HtmlTargetElement("verified", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VerifiedTag(PageText text) : TagHelper
{
    /// <summary>The profession, by its name.</summary>
    public required string What { get; set; }

    /// <summary>The person or service that checked it; null when the person has no name any more.</summary>
    public string? By { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "verified");
        var by = string.IsNullOrEmpty(By) ? text["Shared.verified.coordination"] : By;
        output.Content.AppendHtml(Icons.Svg("shield-check"));
        output.Content.AppendHtml("<span><b>").Append(What).AppendHtml("</b> ");
        output.Content.Append(text.With("Shared.verified.by", ("by", by), ("day", text.Day(At)))).AppendHtml("</span>");
    }
}
