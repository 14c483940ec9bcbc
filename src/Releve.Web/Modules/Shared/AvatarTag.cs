using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>&lt;avatar name="Claire Martin" photo="…" /&gt;: a person's photograph, else the initials, else a bird.</summary>
[HtmlTargetElement("avatar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AvatarTag : TagHelper
{
    /// <summary>The name; null where it is not shown.</summary>
    public string? Name { get; set; }

    /// <summary>The address of the photograph; null where there is none.</summary>
    public string? Photo { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("class", "avatar avatar-l");
        if (!string.IsNullOrEmpty(Photo))
        {
            output.TagName = "img";
            output.Attributes.SetAttribute("src", Photo);
            // The name stands beside it.
            output.Attributes.SetAttribute("alt", "");
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-hidden", "true");
        if (string.IsNullOrEmpty(Name))
        {
            output.Content.SetHtmlContent(Icons.Svg("bird"));
        }
        else
        {
            output.Content.SetContent(OrgLogoTag.InitialsOf(Name));
        }
    }
}
