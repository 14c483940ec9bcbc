using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Web.Modules.Shared;
using Releve.Web.Start;

namespace Releve.Web.Modules.Mail;

/// <summary>A mail kept in the folder.</summary>
public sealed record KeptMail(string Name, string Text);

/// <summary>While developing and without an SMTP server: the mails that would have been sent, newest first.</summary>
[AllowAnonymous]
public sealed class IndexModel(SiteOptions options) : SitePage
{
    private const int Most = 50;

    public override string Title => "Mail";
    public override bool Indexed => false;
    public IReadOnlyList<KeptMail> Mails { get; private set; } = [];

    public override string? AddressIn(Releve.Core.Languages.Language language) => null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!options.Development)
        {
            return NotFound();
        }
        var folder = MailCarrier.FolderOf(options);
        var mails = new List<KeptMail>();
        if (Directory.Exists(folder))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.txt").OrderDescending(StringComparer.Ordinal).Take(Most))
            {
                mails.Add(new KeptMail(Path.GetFileNameWithoutExtension(path), await System.IO.File.ReadAllTextAsync(path, cancellation)));
            }
        }
        Mails = mails;
        return Page();
    }
}
