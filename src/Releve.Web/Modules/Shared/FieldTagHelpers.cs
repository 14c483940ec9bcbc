using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// &lt;field id="where" label="…" hint="…" error="…"&gt;&lt;input field-control name="where" /&gt;&lt;/field&gt;: label, hint, error
/// and control in this order; the control learns its id and what describes it.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper(PageText text) : TagHelper
{
    public required string Id { get; set; }

    public required string Label { get; set; }

    // An attribute whose expression is null arrives as an empty text.
    public string? Hint
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    public string? Error
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>What is unusual about what was typed and kept all the same.</summary>
    public string? Warning
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>Says beside the label that the field may stay empty; everything else is asked for.</summary>
    public bool Optional { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(FieldTagHelper)] = this;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field field-bad");
        var before = output.PreContent;
        before.AppendHtml("<label for=\"").Append(Id).AppendHtml("\">").Append(Label);
        if (Optional)
        {
            before.AppendHtml(" <span class=\"opt\">").Append(text["Shared.optional"]).AppendHtml("</span>");
        }

        before.AppendHtml("</label>");
        Describe(before, "hint", Hint, icon: null);
        Describe(before, "error", Error, "circle-alert");
        Describe(before, "warning", Warning, "triangle-alert");
    }

    internal string? DescribedBy
    {
        get
        {
            string[] parts =
            [
                .. new[] { ("hint", Hint), ("error", Error), ("warning", Warning) }.Where(part => part.Item2 is not null).Select(part => $"{Id}-{part.Item1}"),
            ];
            return parts.Length == 0 ? null : string.Join(' ', parts);
        }
    }

    private void Describe(TagHelperContent content, string role, string? words, string? icon)
    {
        if (words is null)
        {
            return;
        }

        content.AppendHtml($"<p class=\"{role}\" id=\"").Append(Id).AppendHtml($"-{role}\">");
        content.AppendHtml(icon is null ? HtmlString.Empty : Icons.Svg(icon));
        content.AppendHtml("<span>").Append(words).AppendHtml("</span></p>");
    }
}

/// <summary>The control of a field: input, select or textarea with the attribute field-control.</summary>
[HtmlTargetElement("input", Attributes = "field-control", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "field-control")]
[HtmlTargetElement("textarea", Attributes = "field-control")]
public sealed class FieldControlTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("field-control");
        var field = (FieldTagHelper)context.Items[typeof(FieldTagHelper)];
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

/// <summary>What is wrong with a field, and the id of its control.</summary>
public sealed record FieldError(string Id, string Message);

/// <summary>
/// &lt;error-summary errors="…" /&gt;: first thing in the page after a refused form; takes the focus and leads to the fields.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(PageText text) : TagHelper
{
    public required IReadOnlyList<FieldError> Errors { get; set; }

    /// <summary>Off where several stand on one page, as on the design page.</summary>
    public bool Focus { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "alert alert-bad");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        if (Focus)
        {
            output.Attributes.SetAttribute(new TagHelperAttribute("autofocus", value: null, HtmlAttributeValueStyle.Minimized));
        }

        output.Content.AppendHtml(Icons.Svg("circle-alert")).AppendHtml("<div><h2>").Append(text.Count("Shared.errors", Errors.Count)).AppendHtml("</h2><ul>");
        foreach (var error in Errors)
        {
            output.Content.AppendHtml("<li><a href=\"#").Append(error.Id).AppendHtml("\">").Append(error.Message).AppendHtml("</a></li>");
        }

        output.Content.AppendHtml("</ul></div>");
    }
}
