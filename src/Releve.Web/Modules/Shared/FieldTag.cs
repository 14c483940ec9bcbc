using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared;

/// <summary>
/// &lt;field id="where" label="…" hint="…" error="…"&gt;&lt;input field-control name="where" /&gt;&lt;/field&gt;: label, hint, error
/// and control in this order; the control learns its id and what describes it.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTag(PageText text) : TagHelper
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

    public override void Init(TagHelperContext context) => context.Items[typeof(FieldTag)] = this;

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
