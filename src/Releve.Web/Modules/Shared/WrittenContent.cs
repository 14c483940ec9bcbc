using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Releve.Web.Modules.Shared;

/// <summary>Content that a method writes when its turn comes.</summary>
public sealed class WrittenContent(Action<TextWriter, HtmlEncoder> write) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => write(writer, encoder);
}
