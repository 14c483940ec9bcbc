using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Matching;

/// <summary>Where one's own life project stands, as its matches see it.</summary>
public enum OwnProjectState
{
    /// <summary>There is none.</summary>
    None,
    Draft,
    Paused,
    Found,

    /// <summary>Open, but without a sign of its owner for so long that it pauses.</summary>
    Over,
    Open,
}

/// <summary>A page about what fits one's own life project.</summary>
public abstract class OwnProjectPage(AppDb db, Visitor visitor, TimeProvider time) : SitePage
{
    public override bool Indexed => false;

    /// <summary>The life project; null when there is none.</summary>
    public LifeProject? Project { get; private set; }

    /// <summary>Where it stands.</summary>
    public OwnProjectState State { get; private set; }

    /// <summary>The instant of the request, UTC.</summary>
    protected DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Reads it; true while it is matched.</summary>
    protected async Task<bool> ReadProjectAsync(CancellationToken cancellation)
    {
        Project = await db.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == visitor.AccountId, cancellation);
        State = Project switch
        {
            null => OwnProjectState.None,
            { Status: LifeProjectStatus.Draft } => OwnProjectState.Draft,
            { Status: LifeProjectStatus.Paused } => OwnProjectState.Paused,
            { Status: LifeProjectStatus.Found } => OwnProjectState.Found,
            _ => Project.IsOpen(Now) ? OwnProjectState.Open : OwnProjectState.Over,
        };
        return State == OwnProjectState.Open;
    }
}
