using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>One check of a profession: what the person says, the register beside, the documents, and the decision.</summary>
[Authorize(Access.Coordinator)]
public sealed class VerificationModel(AppDb db, CoordinationDesk desk, DecideVerification decide, NotePeopleSeen seen, ProfessionCatalogue professions)
    : DecisionPage
{
    public override string Heading => T.With("Coordination.verification", ("name", Account.DisplayName));

    public Verification Verification { get; private set; } = null!;
    public Account Account { get; private set; } = null!;
    public CarerProfile Profile { get; private set; } = null!;
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>It was verified once, and the person has changed name or number since.</summary>
    public bool IsAnew { get; private set; }

    /// <summary>Who decided, where it is decided.</summary>
    public string? DecidedBy { get; private set; }

    public string ProfessionName => professions.LabelOf(Verification.Profession, Language);

    public IReadOnlyList<string> Specialties =>
        [
            .. Profile
                .Specialties.Where(code => code.StartsWith(Verification.Profession + ".", StringComparison.Ordinal))
                .Select(code => professions.LabelOf(code, Language)),
        ];

    public string? Commune => desk.Commune(Profile.CommuneCode)?.NameIn(Language);

    public bool CanVerify => Verification.CanBecome(VerificationStatus.Verified);
    public bool CanRefuse => Verification.CanBecome(VerificationStatus.Refused);

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.VerificationPath, Verification.Id, language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        await seen.OneAsync(desk.AccountId, Account.Id, desk.Now, cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostVerifyAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, null, cancellation);

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        return ReadReason() is { } reason ? await DecideAsync(id, reason, cancellation) : Again();
    }

    private async Task<IActionResult> DecideAsync(Guid id, string? refusal, CancellationToken cancellation)
    {
        var done = await decide.RunAsync(new VerificationDecision(id, Version, refusal), desk.Decider, cancellation);
        var next = CoordinationLinks.After(CoordinationLinks.VerificationsPath, refusal is null ? "verified" : "refused", Language);
        return await EndAsync(done, () => LoadAsync(id, cancellation), next);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.Queues.Verifications.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } verification)
        {
            return false;
        }
        Verification = verification;
        Account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == verification.AccountId, cancellation);
        Profile = await db.CarerProfiles.AsNoTracking().SingleAsync(one => one.AccountId == verification.AccountId, cancellation);
        Documents = await db
            .Documents.AsNoTracking()
            .Where(one => one.AccountId == verification.AccountId && (one.Kind == DocumentKind.Diploma || one.Kind == DocumentKind.Proof))
            .OrderBy(one => one.UploadedAt)
            .ToListAsync(cancellation);
        IsAnew =
            verification.Status is VerificationStatus.Pending
            && await db.AuditEntries.AnyAsync(
                one => one.SubjectId == verification.AccountId.ToString() && one.Action == "verification.undone" && one.Detail == verification.Profession,
                cancellation
            );
        DecidedBy = verification.DecidedBy is { } by
            ? (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(one => one.Id == by, cancellation))?.DisplayName
            : verification.Provider;
        return true;
    }
}
