using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Releve.Web.Modules.Shared;

/// <summary>The control of a field: input, select or textarea with the attribute field-control.</summary>
[HtmlTargetElement("input", Attributes = "field-control", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "field-control")]
[HtmlTargetElement("textarea", Attributes = "field-control")]
public sealed class FieldControlTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("field-control");
        var field = (FieldTag)context.Items[typeof(FieldTag)];
        output.Attributes.SetAttribute("id", field.Id);
        if (field.DescribedBy is { } describedBy)
        {
            output.Attributes.SetAttribute("aria-describedby", describedBy);
        }

        if (field.Error is not null)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
    }
}
